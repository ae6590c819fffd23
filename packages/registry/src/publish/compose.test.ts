import { expect, test } from '@jest/globals';
import { printSchema } from 'graphql';
import { aSubgraph } from '../../test/a-subgraph.js';
import { compose } from './compose.js';

const orders = aSubgraph(
  'orders',
  'type Query { order: Order }\ntype Order @key(fields: "id") { id: ID!, total: Int }',
);

test('subgraphs that compose give the supergraph and what clients see of it', () => {
  const payments = aSubgraph('payments', 'type Order @key(fields: "id") { id: ID!, payment: String }');
  const { composed, errors, hints } = compose([orders, payments]);
  expect({ errors, hints }).toEqual({ errors: [], hints: [] });
  expect(composed?.supergraphSdl).toContain('@join__type(graph: PAYMENTS, key: "id")');
  expect(composed?.supergraph.subgraphs().names()).toEqual(['orders', 'payments']);
  expect(printSchema(composed?.api as never)).toContain('payment: String');
});

test('an error is given back with its code and the places where it stands', () => {
  const payments = aSubgraph('payments', 'type Order @key(fields: "id") {\n  id: ID!\n  total: String\n}');
  const { composed, errors } = compose([orders, payments]);
  expect(composed).toBeUndefined();
  expect(errors).toContainEqual({
    code: 'FIELD_TYPE_MISMATCH',
    message: expect.stringContaining('Order.total'),
    places: [
      { subgraph: 'orders', file: 'schema/subgraphs/orders.graphql', line: orders.lineOf('total: Int') },
      { subgraph: 'payments', file: 'schema/subgraphs/payments.graphql', line: payments.lineOf('total: String') },
    ],
  });
});

test('an error inside one subgraph knows its line', () => {
  const broken = aSubgraph('broken', 'type Query { a: Int }\ntype Thing @key(fields: "nothing") { id: ID! }');
  expect(compose([broken]).errors).toMatchObject([
    { code: 'KEY_INVALID_FIELDS', places: [{ subgraph: 'broken', line: broken.lineOf('type Thing') }] },
  ]);
});

test('SDL that does not parse is told for every subgraph, with its line', () => {
  const first = aSubgraph('first', 'type Query { a: Int }\ntype {');
  const second = aSubgraph('second', 'type Query { b: }');
  expect(compose([orders, first, second]).errors).toMatchObject([
    { code: 'INVALID_GRAPHQL', places: [{ subgraph: 'first', line: first.lineOf('type {') }] },
    { code: 'INVALID_GRAPHQL', places: [{ subgraph: 'second', line: second.lineOf('b: }') }] },
  ]);
});

test('a hint is given back with its code, its coordinate and its places', () => {
  const cart = aSubgraph('cart', 'type Query { cart: Money }\ntype Money @shareable { minor: Int }');
  const orders = aSubgraph('orders', 'type Query { order: Money }\ntype Money @shareable { minor: Int! }');
  expect(compose([cart, orders]).hints).toMatchObject([
    {
      code: 'INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE',
      coordinate: 'Money.minor',
      places: [{ subgraph: 'cart', line: cart.lineOf('minor:') }, { subgraph: 'orders' }],
    },
  ]);
});

test('cache hints compose without a hint, and neither clients nor the supergraph see their use', () => {
  const cached = aSubgraph(
    'catalog',
    `directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT
     enum CacheControlScope @inaccessible { PRIVATE PUBLIC }
     type Query { product: String @cacheControl(maxAge: 60, scope: PUBLIC) }`,
  );
  const { composed, hints } = compose([cached]);
  expect(hints).toEqual([]);
  expect(composed?.supergraphSdl).not.toContain('@cacheControl');
  expect(composed?.api.getType('CacheControlScope')).toBeUndefined();
});
