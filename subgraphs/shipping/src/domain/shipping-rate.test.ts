import { expect, test } from '@jest/globals';
import { Money } from '@souk/kit/domain';
import { offeredRates, type ShippingRate } from './shipping-rate.js';

const aRate = (more: Partial<ShippingRate> = {}): ShippingRate => ({
  methodCode: 'standard',
  name: 'Standard',
  taxClassCode: 'standard',
  currency: 'EUR',
  priceMinor: 490,
  freeFromMinor: 5_000,
  maxWeightGrams: null,
  minDays: 2,
  maxDays: 4,
  ...more,
});
const aParcel = (amountMinor: number, weightGrams = 1_000) => ({ subtotal: Money.of(amountMinor, 'EUR'), weightGrams });

test.each([
  [4_999, 490],
  [5_000, 0],
])('goods worth %i travel for %i', (subtotal, price) => {
  expect(offeredRates([aRate()], aParcel(subtotal))[0]?.price).toEqual(Money.of(price, 'EUR'));
});

test('a parcel that is too heavy for a way, or a price in another currency, is no offer', () => {
  expect(offeredRates([aRate({ maxWeightGrams: 999 }), aRate({ currency: 'USD' })], aParcel(1))).toEqual([]);
});

test('the cheapest way comes first, the faster one of two that cost the same', () => {
  const rates = [aRate({ methodCode: 'dear', priceMinor: 900 }), aRate({ methodCode: 'slow', maxDays: 9 }), aRate()];
  expect(offeredRates(rates, aParcel(1)).map((offer) => offer.methodCode)).toEqual(['standard', 'slow', 'dear']);
});
