import type { FetchNode } from '@apollo/query-planner';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, OperationTypeNode } from 'graphql';
import { CacheHints } from './cache-hints.js';
import { type KeepableFetch, keepableFetch } from './keepable-fetch.js';

const schema = buildSchema(`
  type Query { product(slug: String!): Product products: [Product!]! time: String page: Page any: Any shelf: Shelf }
  interface Any { id: ID! }
  type Product implements Any {
    id: ID! title: String margin: Int mine: Boolean price: Money shelf: Shelf variants: [Variant!]! rank: Int owner: Owner
  }
  type Money { amount: Int }
  type Variant { id: ID! sku: String product: Product! }
  type Shelf { id: ID! name: String children: [Shelf!]! }
  type Owner { name: String }
  type Page { items: [Product!]! }
`);
const cache = (hint: object) => ({ cache: { shop: hint } });
const hints = new CacheHints({
  Product: cache({ maxAge: 60, scope: 'PUBLIC' }),
  Variant: cache({ maxAge: 30 }),
  Shelf: cache({ maxAge: 90 }),
  Page: cache({ maxAge: 90 }),
  Money: cache({ inheritMaxAge: true }),
  Owner: { ...cache({ inheritMaxAge: true }), access: { authenticated: true } },
  'Product.margin': { access: { scopes: [['margin']] } },
  'Product.mine': cache({ scope: 'PRIVATE' }),
  'Product.rank': cache({ maxAge: 5 }),
  'Shelf.children': cache({ maxAge: 0 }),
  'Query.time': cache({ maxAge: 60 }),
});
const kept = { traced: new Set(['Product', 'Variant']), unchanging: new Set(['Shelf']) };

function read(operation: string, more: Partial<FetchNode> = {}): KeepableFetch | undefined {
  const node = { serviceName: 'shop', operation, operationKind: OperationTypeNode.QUERY, ...more } as FetchNode;
  return keepableFetch(node, { hints, kept, schemaOf: (name) => (name === 'shop' ? schema : undefined) });
}

const age = (operation: string) => read(operation)?.maxAgeSeconds;
const entities = (selections: string) =>
  read(`query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selections} } }`, {
    requires: [],
  });

describe('how long an answer may be kept', () => {
  test.each([
    ['the time that the type of a root field gives it', '{ product(slug: "a") { title } }', 60],
    ['the least of what is selected, wherever it is', '{ product(slug: "a") { title variants { sku } } }', 30],
    ['the time that a field gives itself', '{ product(slug: "a") { rank } }', 5],
    ['its parent’s, where a type says so', '{ product(slug: "a") { price { amount } } }', 60],
    ['the least of several root fields', '{ shelf { name } product(slug: "a") { title } }', 60],
    ['a longer one, where there is nothing else', '{ shelf { name } }', 90],
  ])('%s', (_title, operation, expected) => expect(age(operation)).toBe(expected));
});

describe('nothing is kept of an answer', () => {
  test.each([
    ['with a part that says 0', '{ shelf { name children { name } } }'],
    ['with a part that says nothing, such as a field of the root', '{ product(slug: "a") { title } time }'],
    ['of a type of whose changes no event tells', '{ page { items { title } } }'],
    ['with a field that not everybody may see', '{ product(slug: "a") { title margin } }'],
    ['with a type that not everybody may see', '{ product(slug: "a") { title owner { name } } }'],
    ['with a field that is private', '{ product(slug: "a") { mine } }'],
    ['whose types are known only when it is there', '{ any { id } }'],
    ['with a fragment by name', '{ product(slug: "a") { ...F } } fragment F on Product { title }'],
  ])('%s', (_title, operation) => expect(read(operation)).toBeUndefined());

  test('to a mutation, or of a subgraph that gives no hint', () => {
    expect(read('mutation { product { title } }', { operationKind: OperationTypeNode.MUTATION })).toBeUndefined();
    expect(read('{ product(slug: "a") { title } }', { serviceName: 'stock' })).toBeUndefined();
  });

  test('about entities, when one of the types may not be kept', () => {
    expect(entities('... on Product { title } ... on Owner { name }')).toBeUndefined();
    expect(entities('... on Product { title } ... on Any { id }')).toBeUndefined();
    expect(entities('... on Money { amount }')).toBeUndefined();
  });
});

test('the ids of what is traced are asked for where they are not asked for anyway', () => {
  expect(read('{ product(slug: "a") { id variants { sku product { id: title } } shelf { name } } }')?.operation).toBe(
    '{product(slug:"a"){id variants{sku product{id:title souk_id:id}souk_id:id}shelf{name}}}',
  );
  expect(read('{ product(slug: "a") { id @include(if: true) ... on Product { title } } }')?.operation).toBe(
    '{product(slug:"a"){id@include(if:true)...on Product{title}souk_id:id}}',
  );
});

test('entities are read type by type', () => {
  const fetch = entities('... on Product { title variants { id } } ... on Variant { sku }');
  expect(fetch?.maxAgeSeconds).toBe(30);
  expect(Object.fromEntries(fetch?.traces ?? [])).toEqual({
    Product: {
      entity: { typeName: 'Product', idKey: 'souk_id' },
      fields: [{ key: 'variants', trace: { entity: { typeName: 'Variant', idKey: 'id' }, fields: [] } }],
    },
    Variant: { entity: { typeName: 'Variant', idKey: 'souk_id' }, fields: [] },
  });
});
