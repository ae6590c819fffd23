import { expect, test } from '@jest/globals';
import { CartFullError, InvalidQuantityError } from './cart.errors.js';
import { linesToAdd, linesToSet } from './cart-limits.js';

const line = (variantId: string, quantity: number) => ({ variantId, quantity });
const many = (count: number, quantity: number) =>
  Array.from({ length: count }, (_none, index) => line(String(index), quantity));

test('units of one item are added up', () => {
  expect(linesToAdd([line('a', 1), line('b', 2), line('a', 3)])).toEqual([line('a', 4), line('b', 2)]);
});

test('of two quantities for one item the last counts', () => {
  expect(linesToSet([line('a', 1), line('b', 2), line('a', 3)])).toEqual([line('a', 3), line('b', 2)]);
});

test.each([
  [linesToAdd, [1, 999], [0, -1, 1_000]],
  [linesToSet, [0, 1, 999], [-1, 1_000]],
])('%p accepts %p and refuses %p', (linesTo, good, bad) => {
  for (const quantity of good) expect(linesTo([line('a', quantity)])).toEqual([line('a', quantity)]);
  for (const quantity of bad) expect(() => linesTo([line('a', 1), line('b', quantity)])).toThrow(InvalidQuantityError);
});

test('the refusal names the line', () => {
  expect(() => linesToAdd([line('a', 1), line('b', 0)])).toThrow(
    expect.objectContaining({ path: ['input', 'lines', '1', 'quantity'] }),
  );
});

test('more than 100 different items are refused, but not that they are taken out', () => {
  expect(linesToAdd(many(100, 1))).toHaveLength(100);
  expect(() => linesToAdd(many(101, 1))).toThrow(CartFullError);
  expect(linesToSet(many(101, 0))).toHaveLength(101);
  expect(linesToAdd([])).toEqual([]);
});
