import { expect, test } from '@jest/globals';
import { aSubgraph } from '../../test/a-subgraph.js';
import { composeBase } from './compose-base.js';

const state = { operations: [], events: [], questions: [], samples: [], subscriptions: {} };

test('a base that composes has its supergraph', () => {
  const subgraphs = [aSubgraph('orders', 'type Query { order: Int }')];
  const { api, supergraphSdl } = composeBase({ ...state, subgraphs }, 'main');
  expect(api.getQueryType()?.getFields()).toHaveProperty('order');
  expect(supergraphSdl).toContain('ORDERS');
});

test.each([
  ['does not parse', 'type Query { order: }', 'INVALID_GRAPHQL'],
  ['does not compose', 'type Query { order: Int }\ntype Order @key(fields: "no") { id: ID! }', 'KEY_INVALID_FIELDS'],
])('a base that %s is none, and every error is told with its line', (_what, sdl, code) => {
  const subgraphs = [aSubgraph('orders', sdl)];
  expect(() => composeBase({ ...state, subgraphs }, 'main')).toThrow(
    expect.objectContaining({
      exitCode: 2,
      message: expect.stringMatching(
        new RegExp(
          `^The subgraphs of main do not compose.* Name another revision with --base\\.\nschema/subgraphs/orders\\.graphql:\\d+: ${code}: `,
        ),
      ),
    }),
  );
});
