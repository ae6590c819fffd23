import { expect, test } from '@jest/globals';
import { type CartStep, expectedCart } from './expected-cart.js';

const lines = (quantity: number) => [{ variantId: 'v', quantity }];
const added = (quantity: number, isCertain = true): CartStep => ({ kind: 'added', lines: lines(quantity), isCertain });
const set = (quantity: number, isCertain = true): CartStep => ({ kind: 'set', lines: lines(quantity), isCertain });
const cleared: CartStep = { kind: 'cleared', lines: [], isCertain: true };
const ordered = (quantity: number): CartStep => ({ kind: 'ordered', lines: lines(quantity) });

test.each<[string, CartStep[], number, number]>([
  ['what is added adds up', [added(2), added(3)], 5, 5],
  ['what is set counts alone', [added(2), set(1)], 1, 1],
  ['a cleared cart is empty', [added(2), cleared], 0, 0],
  ['what is bought is gone', [added(2), ordered(2)], 0, 0],
  ['what is added after ordering stays', [added(2), ordered(2), added(1)], 1, 1],
  ['what is set after ordering may have been set before the order was taken out', [added(2), ordered(2), set(3)], 1, 3],
  ['what is not there any more cannot be taken out', [added(2), ordered(2), cleared, added(1)], 0, 1],
  ['who knows whether something was added', [added(2), added(1, false)], 2, 3],
  ['who knows whether something was taken out', [added(2), set(0, false)], 0, 2],
])('%s', (_what, steps, least, most) => {
  expect(expectedCart(steps).get('v')).toEqual({ least, most });
});

test('what nobody touched is not in it', () => {
  expect(expectedCart([added(1)]).has('other')).toBe(false);
});
