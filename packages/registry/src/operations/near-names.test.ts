import { expect, test } from '@jest/globals';
import { nearNames } from './near-names.js';

test.each([
  ['Order.totl', ['Order.total']],
  ['order.total', ['Order.total']],
  ['Ordr.totals', ['Order.total']],
  ['Nothing.like', []],
])('near %s', (given, expected) => {
  expect(nearNames(given, ['Order.total', 'Query.order(id:)', 'Money'])).toEqual(expected);
});

test('the nearest come first, and no more than five', () => {
  expect(nearNames('ab', ['abcd', 'abc', 'ab1', 'ab2', 'ab3', 'ab4', 'ab'])).toEqual([
    'ab',
    'abc',
    'ab1',
    'ab2',
    'ab3',
  ]);
});
