import { expect, test } from '@jest/globals';
import { aSubgraph } from '../../test/a-subgraph.js';
import { compose } from './compose.js';
import { readPolicies, toPolicyDocument } from './policies.js';

const subgraphs = [
  aSubgraph(
    'orders',
    `type Query {
       orders(first: Int @cost(weight: 2)): [Order!] @authenticated @listSize(assumedSize: 20, slicingArguments: ["first"])
       statistics: Int @requiresScopes(scopes: [["orders:read"], ["orders:write"]]) @cost(weight: 50)
     }
     type Order @key(fields: "id") @authenticated { id: ID! }`,
  ),
  aSubgraph(
    'catalog',
    `directive @cacheControl(maxAge: Int, scope: CacheControlScope) on OBJECT
     enum CacheControlScope @inaccessible { PRIVATE PUBLIC }
     type Order @key(fields: "id") @cacheControl(maxAge: 60, scope: PUBLIC) { id: ID!, name: String @inaccessible }`,
  ),
];
const policies = readPolicies(compose(subgraphs).composed?.supergraphSdl ?? '', subgraphs);

test('each coordinate that bears a policy has it, and no other is named', () => {
  expect(policies).toEqual({
    Order: { access: { authenticated: true }, cache: { catalog: { maxAge: 60, scope: 'PUBLIC' } } },
    'Query.orders': {
      access: { authenticated: true },
      listSize: { assumedSize: 20, slicingArguments: ['first'] },
    },
    'Query.orders(first:)': { cost: 2 },
    'Query.statistics': { access: { scopes: [['orders:read'], ['orders:write']] }, cost: 50 },
  });
});

test('the document is sorted by coordinate', () => {
  const { policies: sorted } = toPolicyDocument({ b: {}, 'a.b': {}, a: {} }, 'type Query');
  expect(Object.keys(sorted)).toEqual(['a', 'a.b', 'b']);
});

test('the document says with which supergraph it was written', () => {
  const { supergraphHash } = toPolicyDocument({}, 'type Query');
  expect(toPolicyDocument({ a: {} }, 'type Query')).toMatchObject({ supergraphHash });
  expect(toPolicyDocument({}, 'type Other')).not.toMatchObject({ supergraphHash });
});
