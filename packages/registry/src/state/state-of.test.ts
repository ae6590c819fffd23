import { expect, test } from '@jest/globals';
import { overlay, stateOf } from './state-of.js';

const path = 'schema/event-schemas/orders.order.paid.v1.json';
const schema = { title: 'orders.order.paid.v1', description: 'Paid.', 'x-consumers': ['shipping'], type: 'object' };

test('files are laid over others by their paths, and sorted', () => {
  const files = [
    { path: 'schema/b.graphql', content: 'old' },
    { path: 'schema/a.graphql', content: 'old' },
  ];
  const newer = [
    { path: 'schema/c.graphql', content: 'new' },
    { path: 'schema/b.graphql', content: 'new' },
  ];
  expect(overlay(files, newer).map((file) => `${file.path} ${file.content}`)).toEqual([
    'schema/a.graphql old',
    'schema/b.graphql new',
    'schema/c.graphql new',
  ]);
});

test('a state is what the files say, and passes over the others', () => {
  const state = stateOf(
    [
      { path: 'schema/subgraphs/orders.graphql', content: 'type Query { order: Int }' },
      { path: 'schema/supergraph.graphql', content: '?' },
      { path: 'schema/policies.json', content: '?' },
      { path, content: JSON.stringify(schema) },
    ],
    { shipping: ['orders.order.paid.v1'] },
  );
  expect(state).toEqual({
    subgraphs: [{ name: 'orders', file: 'schema/subgraphs/orders.graphql', sdl: 'type Query { order: Int }' }],
    operations: [],
    events: [{ type: 'orders.order.paid.v1', file: path, description: 'Paid.', consumers: ['shipping'], schema }],
    questions: [],
    samples: [],
    subscriptions: { shipping: ['orders.order.paid.v1'] },
  });
});

test.each(['{', '{}', '[]'])('%s is no schema of an event, and refused with its file', (content) => {
  expect(() => stateOf([{ path, content }])).toThrow(
    expect.objectContaining({ file: path, exitCode: 2, message: expect.stringContaining('npm run generate') }),
  );
});
