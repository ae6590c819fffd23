import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CurrencyMismatchError, formatMoney, isCurrencyCode, isId, Money, minorUnitDigits, newId } from './index.js';

const euros = (amountMinor: number) => Money.of(amountMinor, 'EUR');
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

test('money in fractions of a minor unit does not exist', () => {
  expect(() => euros(0.5)).toThrow(RangeError);
  expect(() => euros(2 ** 53)).toThrow(RangeError);
});

test('amounts in different currencies are never added up', () => {
  expect(() => euros(1).plus(Money.of(1, 'USD'))).toThrow(CurrencyMismatchError);
  expect(() => Money.sum([euros(1), Money.of(1, 'USD')], 'EUR')).toThrow(CurrencyMismatchError);
  expect(() => euros(1).isLessThan(Money.of(2, 'USD'))).toThrow(CurrencyMismatchError);
});

test.each([
  [1_050, 1_000, 105],
  [5, 1_000, 1],
  [-5, 1_000, -1],
  [4, 1_000, 0],
  [2_995, 1_900, 569],
])('%i at %i basis points is %i: half rounds away from zero', (amount, rate, share) => {
  expect(euros(amount).basisPoints(rate)).toEqual(euros(share));
});

test.each([
  [11_900, 1_900, 1_900],
  [1_250, 1_900, 200],
  [1, 2_500, 0],
])('of %i with tax at %i basis points included, %i is tax', (gross, rate, tax) => {
  expect(euros(gross).includedBasisPoints(rate)).toEqual(euros(tax));
});

test('what is added can be taken away again, whatever the amounts', () => {
  fc.assert(
    fc.property(amounts, amounts, (left, right) =>
      euros(left).plus(euros(right)).minus(euros(right)).equals(euros(left)),
    ),
  );
});

test('a share lies within half a minor unit of the exact one', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 10_000 }), (amount, rate) => {
      const exact = (amount * rate) / 10_000;
      expect(Math.abs(euros(amount).basisPoints(rate).amountMinor - exact)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test.each([
  [{ amountMinor: 1_250, currency: 'EUR' }, '€12.50'],
  [{ amountMinor: 1_250, currency: 'JPY' }, '¥1,250'],
  [{ amountMinor: -5, currency: 'EUR' }, '-€0.05'],
  [{ amountMinor: 9_007_199_254_740_991, currency: 'EUR' }, '€90,071,992,547,409.91'],
  [{ amountMinor: 1_234, currency: 'KWD' }, 'KWD 1.234'],
])('%j is written %s', (money, text) => {
  expect(formatMoney(money).replace(/\u00a0/g, ' ')).toBe(text);
});

test('currencies are known by their ISO codes in capitals', () => {
  expect([isCurrencyCode('EUR'), isCurrencyCode('eur'), isCurrencyCode('EURO')]).toEqual([true, false, false]);
  expect(minorUnitDigits('JPY')).toBe(0);
});

test('ids are lower-case and in order of time', () => {
  const ids = Array.from({ length: 100 }, newId);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every(isId)).toBe(true);
  expect(isId((ids[0] ?? '').toUpperCase())).toBe(false);
});
