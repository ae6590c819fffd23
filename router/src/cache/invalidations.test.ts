import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { GuardedSupergraph } from '../access/guarded-supergraph.js';
import { packageFolder } from '../package-folder.js';
import { ownSupergraphPath, policiesPath } from '../supergraph/load-supergraph.js';
import { buildSupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { type CacheHints, readPolicyFile } from './cache-hints.js';
import { invalidations, unchanging } from './invalidations.js';
import { keptTypes, tagsOf } from './kept-types.js';

let hints: CacheHints;
let schema: GraphQLSchema;

beforeAll(async () => {
  hints = (await readPolicyFile(policiesPath()))?.hints as CacheHints;
  schema = buildSupergraphSchemas(GuardedSupergraph.read(readFileSync(ownSupergraphPath(), 'utf8'))).apiGraphqlSchema;
});

/** Of what a hint speaks: the type itself, or what a field leads to. */
function hintedType(coordinate: string): string {
  const [typeName = '', fieldName] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (fieldName === undefined || !isObjectType(type)) return typeName;
  const target = getNamedType(type.getFields()[fieldName]!.type);
  return isObjectType(target) ? target.name : typeName;
}

const isKept = (typeName: string) => keptTypes.traced.has(typeName) || keptTypes.unchanging.has(typeName);

test('of every type that a hint lets be kept, an event tells when it changes, or it never does', () => {
  const coordinates = hints.keepable();
  expect(coordinates).toContain('Product');
  expect(coordinates.filter((coordinate) => !isKept(hintedType(coordinate)))).toEqual([]);
});

test('every type of the table is one of the graph; those of which events tell have an id', () => {
  for (const typeName of [...keptTypes.traced, ...unchanging]) expect(schema.getType(typeName)).toBeDefined();
  for (const typeName of keptTypes.traced) expect(schema.getType(typeName)).toMatchObject({ _fields: { id: {} } });
});

test('which shelves there are may change without an event, so that it is never kept', () => {
  for (const coordinate of ['Category.children', 'Query.categories'])
    expect(hints.of('catalog', coordinate)).toEqual({ maxAge: 0 });
});

test.each(invalidations.map((row) => [row.contract.type, row] as const))('%s names what it touches', (type, row) => {
  const file = join(packageFolder(), `../schema/samples/${type}.json`);
  const { data } = JSON.parse(readFileSync(file, 'utf8'));
  const tags = tagsOf(row, data);
  expect(tags).toContain(`Product:${data.productId}`);
  if (data.variantId) expect(tags).toContain(`ProductVariant:${data.variantId}`);
  for (const { variantId } of data.variants ?? []) expect(tags).toContain(`ProductVariant:${variantId}`);
});
