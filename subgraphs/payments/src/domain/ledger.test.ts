import { expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { entriesOf, movementKinds } from './ledger.js';

const payment = { id: newId(), currency: 'EUR' };
const now = new Date();

test.each(movementKinds)('money that is %s is written down twice, once on each side', (kind) => {
  const entries = entriesOf({ kind, amountMinor: 500 }, payment, now);
  const sumOf = (side: 'debitMinor' | 'creditMinor') => entries.reduce((sum, entry) => sum + entry[side], 0);
  expect(sumOf('debitMinor')).toBe(sumOf('creditMinor'));
  expect(new Set(entries.map(({ transactionId }) => transactionId)).size).toBe(1);
  expect(new Set(entries.map(({ account }) => account)).size).toBe(entries.length);
});
