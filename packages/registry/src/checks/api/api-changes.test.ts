import { describe, expect, test } from '@jest/globals';
import { aChangeOf } from '../../../test/builders/a-composed-state.js';
import { documents, findings, shop, users } from '../../../test/builders/a-shop.js';
import type { Finding } from '../finding.js';
import { apiChanges } from './api-changes.js';

describe('what is dangerous is a warning', () => {
  test.each([
    [
      'a value added that clients receive',
      'OPEN DONE',
      'OPEN DONE LOST',
      'ENUM_VALUE_ADDED',
      'Status.LOST',
      ['web@1.4.0 Total'],
    ],
    [
      'a union with another member',
      'Order | Person',
      'Order | Person | Bill',
      'UNION_MEMBER_ADDED',
      'Found/Bill',
      ['web@1.4.0 Find'],
    ],
    [
      'another default of an input field',
      'limit: Int = 5',
      'limit: Int = 6',
      'INPUT_FIELD_DEFAULT_VALUE_CHANGED',
      'Filter.limit',
      ['web@1.4.0 Find'],
    ],
    [
      'an argument added that has a default',
      'currency: String)',
      'currency: String, shop: ID = 1)',
      'FIELD_ARGUMENT_ADDED',
      'Query.order(shop:)',
      ['web@1.4.0 Total'],
    ],
    [
      'a default of an argument',
      'currency: String',
      'currency: String = "EUR"',
      'FIELD_ARGUMENT_DEFAULT_CHANGED',
      'Query.order(currency:)',
      ['web@1.4.0 Total'],
    ],
  ])('%s', async (_what, from, to, code, coordinate, expectedUsers) => {
    const found = await findings(from, to);
    expect(found).toMatchObject([{ level: 'warning', code, coordinate }]);
    expect(users(found[0] as Finding)).toEqual(expectedUsers);
  });
});

describe('what is safe is a note', () => {
  test.each([
    ['a value added that clients only send', 'NEW OLD', 'NEW OLD BEST', ['ENUM_VALUE_ADDED Sort.BEST']],
    [
      'an optional argument added',
      'currency: String)',
      'currency: String, shop: ID)',
      ['FIELD_ARGUMENT_ADDED Query.order(shop:)'],
    ],
    ['a field added', 'note: String', 'note: String memo: String', ['FIELD_ADDED Order.memo']],
    ['several fields added, as one', 'note: String', 'note: String a: Int b(c: Int = 1): Int', ['FIELD_ADDED Order']],
    [
      'a type added, without what is in it',
      'bill: Bill }',
      'bill: Bill  tax: Tax } type Tax { "What." rate: Int of(x: Int): Int }',
      ['FIELD_ADDED Order.tax', 'TYPE_ADDED Tax'],
    ],
    ['a field that is never null now', 'note: String', 'note: String!', ['FIELD_TYPE_CHANGED Order.note']],
    [
      'an input field that may be left out now',
      'text: String!',
      'text: String',
      ['INPUT_FIELD_TYPE_CHANGED Filter.text'],
    ],
    ['an optional input field', 'text: String!', 'text: String!  more: Int', ['INPUT_FIELD_ADDED Filter.more']],
    [
      'a deprecation',
      'note: String',
      'note: String @deprecated(reason: "Use id. Removal: 2027-01-01.")',
      ['FIELD_DEPRECATION_ADDED Order.note'],
    ],
    [
      'the deprecation of an argument',
      'currency: String',
      'currency: String @deprecated(reason: "x")',
      [
        'DIRECTIVE_USAGE_ARGUMENT_DEFINITION_ADDED Query.order(currency:)',
        'DIRECTIVE_USAGE_ARGUMENT_ADDED Query.order(currency:)',
      ],
    ],
  ])('%s', async (_what, from, to, expected) => {
    const found = await findings(from, to);
    expect(found.map(({ code, coordinate }) => `${code} ${coordinate}`).sort()).toEqual(expected.sort());
    expect(new Set(found.map(({ level }) => level))).toEqual(new Set(['note']));
  });

  test('what several subgraphs have is placed in the one that changes it', async () => {
    const money = 'type Money @shareable { units: Int }';
    const cart = `type Query { cart: Money } ${money}`;
    const shop = `type Query { order: Money }\n${money}`;
    const implementing = shop.replace('type Money', 'interface Sum { units: Int }\ntype Money implements Sum');
    const found = await apiChanges(aChangeOf({ cart, shop }, { cart, shop: implementing }));
    expect(found).toContainEqual(
      expect.objectContaining({ coordinate: 'Sum/Money', file: 'schema/subgraphs/shop.graphql', line: 3 }),
    );
  });

  test('nothing is said where nothing changes', async () => {
    expect(await apiChanges(aChangeOf(shop, shop, documents))).toEqual([]);
  });
});
