import { expect, test } from '@jest/globals';
import { type BoughtOrder, isAsItMustBe, judgeRush } from './judge-rush.js';

const held = { metadata: {}, authorized: 1_740, captured: 0, released: 0, refunded: 0 };
const taken = { ...held, captured: 1_740 };
const paid: BoughtOrder = {
  status: 'PAID',
  cancellation: null,
  totalMinor: 1_740,
  capturedMinor: 1_740,
  ledger: [taken],
};
const soldOut: BoughtOrder = {
  status: 'CANCELLED',
  cancellation: 'OUT_OF_STOCK',
  totalMinor: 1_740,
  capturedMinor: 0,
  ledger: [],
};
const clean = { paid: 1, outOfStock: 1, otherwise: 0, wronglyCharged: 0, wronglyPaid: 0 };

test('who got a unit paid for it, and who did not paid nothing', () => {
  expect(judgeRush([paid, soldOut])).toEqual(clean);
});

test.each([
  ['taken by our books', { capturedMinor: 1_740 }],
  ['taken by the provider', { ledger: [taken] }],
  ['still held by the provider', { ledger: [held] }],
])('money of a cancelled order that is %s is found', (_where, change) => {
  expect(judgeRush([{ ...soldOut, ...change }]).wronglyCharged).toBe(1);
});

test('money that was held and let go is nobody’s loss', () => {
  const released = { ...held, released: 1_740 };
  expect(judgeRush([{ ...soldOut, ledger: [released] }]).wronglyCharged).toBe(0);
});

test.each([
  ['twice by the provider', { ledger: [taken, taken] }],
  ['with money held beside it', { ledger: [taken, held] }],
  ['only in our books', { ledger: [] }],
  ['only in part', { capturedMinor: 1_000 }],
])('an order paid %s is found', (_how, change) => {
  expect(judgeRush([{ ...paid, ...change }]).wronglyPaid).toBe(1);
});

test('an order cancelled for another reason is told apart', () => {
  expect(judgeRush([{ ...soldOut, cancellation: 'PAYMENT_EXPIRED' }])).toMatchObject({ outOfStock: 0, otherwise: 1 });
});

const right = {
  ...clean,
  seconds: 1,
  retries: 0,
  left: 0,
  imbalances: 0,
  placeOrder: null,
  untilPaid: null,
  untilRefused: null,
};
const size = { buyers: 2, units: 1 };

test('a rush is right when every unit was sold once and nothing is left', () => {
  expect(isAsItMustBe(right, size)).toBe(true);
});

test.each([
  ['paid too often', { paid: 2 }],
  ['told too few', { outOfStock: 0 }],
  ['charged for nothing', { wronglyCharged: 1 }],
  ['not paid exactly', { wronglyPaid: 1 }],
  ['left something', { left: 1 }],
  ['brought a book out of balance', { imbalances: 1 }],
])('a rush that %s is not right', (_what, change) => {
  expect(isAsItMustBe({ ...right, ...change }, size)).toBe(false);
});
