import { expect, test } from '@jest/globals';
import { aComposedState } from '../../test/builders/a-composed-state.js';
import { RegistryInputError } from '../registry-input.error.js';
import { findUsage } from './find-usage.js';

const state = aComposedState(
  'type Query { order(id: ID): Order  orders: [Order] } type Order { id: ID  total: Int  remark: String } type OrderLine { id: ID } union Any = Order | OrderLine',
  {
    'web@1.4.0': 'query Total { order(id: 1) { total } }',
    'web@1.3.0': 'query Total { order(id: 1) { total } } query List { orders { id } }',
    demo: 'query Look { order { id total } }',
  },
);

function usage(wanted: string): string[] {
  return findUsage(state, wanted).map(
    ({ coordinate, client, version, operation, file, line }) =>
      `${coordinate} ${client}@${version} ${operation} ${file}:${line}`,
  );
}

test('a coordinate is used by operations of clients and versions', () => {
  expect(usage('Order.total')).toEqual([
    'Order.total demo@workspace Look schema/operations/demo/workspace.json:1',
    'Order.total web@1.3.0 Total schema/operations/web/1.3.0.json:1',
    'Order.total web@1.4.0 Total schema/operations/web/1.4.0.json:1',
  ]);
});

test.each([
  ['a type stands for all that is in it, and for no other', 'Order', ['Order', 'Order.id', 'Order.total']],
  ['a field stands for its arguments', 'Query.order', ['Query.order', 'Query.order(id:)']],
  ['an argument is one', 'Query.order(id:)', ['Query.order(id:)']],
  ['a field that nobody uses', 'Order.remark', []],
  ['a membership', 'Any/Order', []],
  ['a directive', '@skip', []],
])('%s', (_what, wanted, expected) => {
  expect([...new Set(findUsage(state, wanted).map(({ coordinate }) => coordinate))]).toEqual(expected);
});

test.each([
  ['Order.totl', 'Order.totl is not in schema/api.graphql. Did you mean Order.total?'],
  ['Zebra', 'Zebra is not in schema/api.graphql. A coordinate is Order, Order.total, Query.order(id:).'],
])('%s is not there', (wanted, message) => {
  expect(() => usage(wanted)).toThrow(new RegistryInputError(message));
});
