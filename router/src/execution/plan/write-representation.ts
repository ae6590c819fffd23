import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Tree } from '../execution.js';
import { requireOrdinaryName } from '../ordinary-names.js';
import { quote } from '../quote.js';
import { compileRewrites } from './rewrites.js';
import { responseName, selectRepresentation } from './select-representation.js';
import { isOfType } from './type-conditions.js';

export interface RepresentationWriter {
  /** Writes an entity's representation as JSON; undefined when the fetch is not about it. */
  write(entity: Tree): string | undefined;
  /** The one value that tells entities of the same type apart; undefined when there is no such value. */
  identityOf(entity: Tree): unknown;
}

type WriteRepresentation = RepresentationWriter['write'];

/**
 * Compiles how a fetch's representations are written. Most are a few plain fields, the same for all entities of a type:
 * for these the JSON is put together directly. Whatever is not as expected is selected field by field.
 */
export function compileRepresentations(node: FetchNode, schema: GraphQLSchema): RepresentationWriter {
  const { requires = [], inputRewrites } = node;
  requireOrdinaryNames(requires);
  const rewrite = inputRewrites && compileRewrites(inputRewrites, schema);
  const writeAny: WriteRepresentation = (entity) => {
    const representation = selectRepresentation(entity, requires, schema);
    if (!representation?.['__typename']) return undefined;
    rewrite?.(representation);
    return JSON.stringify(representation);
  };
  if (rewrite) return { write: writeAny, identityOf: () => undefined };
  const types = plainTypes(requires, schema);
  const writers = new Map(types.map(([typeName, fields]) => [typeName, compilePlainWriter(fields)]));
  const identities = new Map(types.flatMap(([typeName, fields]) => identityField(typeName, fields)));
  return {
    write: (entity) => writers.get(entity['__typename'])?.(entity) ?? writeAny(entity),
    identityOf: (entity) => {
      const field = identities.get(entity['__typename']);
      return field === undefined ? undefined : entity[field];
    },
  };
}

function identityField(typeName: unknown, fields: Set<string>): [unknown, string][] {
  const [field, ...others] = [...fields].filter((name) => name !== '__typename');
  return field !== undefined && others.length === 0 ? [[typeName, field]] : [];
}

function requireOrdinaryNames(selections: QueryPlanSelectionNode[]): void {
  for (const selection of selections) {
    if (selection.kind === 'Field') requireOrdinaryName(responseName(selection));
    requireOrdinaryNames(selection.selections ?? []);
  }
}

/** The object types whose representations are plain fields, and the names of these. */
function plainTypes(requires: QueryPlanSelectionNode[], schema: GraphQLSchema): [unknown, Set<string>][] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.flatMap(({ name }) => {
    const fields = requires.flatMap((selection) =>
      selection.kind === 'InlineFragment' && isOfType(schema, name, selection.typeCondition ?? '')
        ? selection.selections
        : [],
    );
    const isPlain = fields.every((field) => field.kind === 'Field' && !field.selections);
    const names = new Set(fields.map((field) => (field.kind === 'Field' ? responseName(field) : '')));
    return isPlain && names.has('__typename') ? [[name, names] as [string, Set<string>]] : [];
  });
}

function compilePlainWriter(fields: Set<string>): WriteRepresentation {
  const names = [...fields];
  const heads = names.map((name, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return (entity) => {
    let json = '';
    for (let index = 0; index < names.length; index += 1) {
      const value = entity[names[index] as string];
      if (value === undefined) return undefined;
      json += heads[index] + (typeof value === 'string' ? quote(value) : JSON.stringify(value));
    }
    return `${json}}`;
  };
}
