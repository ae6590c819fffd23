import { describe, expect, test } from '@jest/globals';
import { aChangeOf, aComposedState } from '../../test/builders/a-composed-state.js';
import type { Finding } from './finding.js';
import { operations } from './operations.js';

const orders = `
type Query { order: Order  deep: Deep }
type Subscription { changed: Order }
type Order @key(fields: "id") { id: ID!  total: Int }
type Deep { deep: Deep  all: [Deep]  end: Int }`;
const shipping = 'type Order @key(fields: "id") { id: ID!  parcel: String }';

async function findings(
  change: { before?: object; after?: object },
  documents: Record<string, string>,
): Promise<readonly Finding[]> {
  const { before, after } = change;
  return operations.run(aChangeOf({ orders, shipping, ...before }, { orders, shipping, ...after }, documents));
}

describe('an operation that still works', () => {
  test.each([
    ['in one subgraph', 'query A { order { total } }', 'Fetches: 1 → 1. Depth 2 of 10, cost 1 of 1,000.'],
    ['over two', 'query A { order { total parcel } }', 'Fetches: 2 → 2. Depth 2 of 10, cost 1 of 1,000.'],
    [
      'a subscription',
      'subscription A { changed { total parcel } }',
      'Fetches: 2 → 2. Depth 2 of 10, cost 1 of 1,000.',
    ],
    ['of nothing but names', 'query A { __typename }', 'Fetches: 0 → 0. Depth 1 of 10, cost 0 of 1,000.'],
  ])('%s is a note with its measures', async (_what, document, message) => {
    expect(await findings({}, { 'web@1.4.0': document })).toEqual([
      {
        check: 'operations',
        level: 'note',
        code: 'OPERATION_PLANNED',
        coordinate: 'web@1.4.0 A',
        message,
        file: 'schema/operations/web/1.4.0.json',
        line: 1,
      },
    ]);
  });
});

test('more fetches than before are a warning', async () => {
  const moved = {
    orders: orders.replace('  total: Int', ''),
    shipping: shipping.replace('parcel', 'total: Int  parcel'),
  };
  expect(await findings({ after: moved }, { web: 'query A { order { total } }' })).toMatchObject([
    { level: 'warning', code: 'FETCHES_RISEN', message: 'Fetches: 1 → 2. Depth 2 of 10, cost 1 of 1,000.' },
  ]);
  expect(await findings({ before: moved }, { web: 'query A { order { total } }' })).toMatchObject([
    { level: 'note', message: expect.stringContaining('Fetches: 2 → 1.') },
  ]);
});

test('an operation that is new is compared with nothing', async () => {
  const after = { shipping: shipping.replace('parcel', 'size: Int  parcel') };
  expect(await findings({ after }, { web: 'query A { order { size } }' })).toMatchObject([
    { level: 'note', message: expect.stringContaining('Fetches: new → 2.') },
  ]);
});

test('an operation that is not valid any more is an error for each fault', async () => {
  const after = { orders: orders.replace('  total: Int', '') };
  expect(await findings({ after }, { web: '\nquery A { order { total parcel(x: 1) } }' })).toMatchObject([
    {
      level: 'error',
      code: 'OPERATION_INVALID',
      coordinate: 'web@workspace A',
      message: 'Cannot query field "total" on type "Order".',
      fix: 'Give the API what the operation asks for; or, if it is not needed any more, change schema/operations/web/workspace.json.',
      line: 2,
    },
    { code: 'OPERATION_INVALID', message: 'Unknown argument "x" on field "Order.parcel".' },
  ]);
});

test.each([
  [
    'depth',
    `query A { ${'deep { '.repeat(10)} end ${'}'.repeat(10)} }`,
    'DEPTH_LIMIT_EXCEEDED',
    'Its depth is 11, and at most 10 is allowed.',
  ],
  [
    'cost',
    'query A { deep { all { all { all { end } } } } }',
    'COST_LIMIT_EXCEEDED',
    'Its cost is 1,111, and at most 1,000 is allowed.',
  ],
])('beyond the limit of %s', async (_limit, document, code, message) => {
  const found = await findings({}, { web: document });
  expect(found.find(({ level }) => level === 'error')).toMatchObject({ code, coordinate: 'web@workspace A', message });
});

test('an operation for which there is no plan is an error', async () => {
  const [before, after] = [
    aComposedState({ orders, shipping }),
    aComposedState({ orders, shipping }, { web: 'query A { order { parcel } }' }),
  ];
  const withoutShipping = aComposedState({ orders });
  const found = await operations.run({
    before,
    after: { ...after, supergraph: withoutShipping.supergraph },
    today: '2026-06-15',
  });
  expect(found).toMatchObject([{ level: 'error', code: 'OPERATION_WITHOUT_PLAN', fix: expect.any(String) }]);
});
