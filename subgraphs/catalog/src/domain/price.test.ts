import { expect, test } from '@jest/globals';
import { newId, takeRecordedEvents } from '@souk/kit/domain';
import { highestPriceMinor, mustNameCurrenciesOnce, Price } from './price.js';

const variant = { id: newId(), productId: newId() };

test('the first price comes with its variant and is not told on its own', () => {
  const price = Price.first(variant, { currency: 'EUR', amountMinor: 0 });
  expect(price).toMatchObject({ variantId: variant.id, productId: variant.productId, channelId: 'default' });
  expect(takeRecordedEvents(price)).toEqual([]);
});

test('a price that is added later is told, and so is each that is another one', () => {
  const price = Price.added(variant, { currency: 'EUR', amountMinor: 100 });
  price.change(100);
  price.change(90);
  expect(price.amountMinor).toBe(90);
  expect(takeRecordedEvents(price)).toEqual([
    { type: 'PriceChanged', price },
    { type: 'PriceChanged', price },
  ]);
});

test.each([
  { currency: 'EUR', amountMinor: -1 },
  { currency: 'EUR', amountMinor: 0.5 },
  { currency: 'EUR', amountMinor: highestPriceMinor + 1 },
  { currency: 'EUR', amountMinor: Number.NaN },
  { currency: 'EURO', amountMinor: 1 },
])('%j is no price', (draft) => {
  expect(() => Price.first(variant, draft)).toThrow(expect.objectContaining({ code: 'INVALID_PRICE' }));
});

test('a cart of 100 lines with 999 units each at the highest price is counted exactly, with tax', () => {
  expect(Number.isSafeInteger(100 * 999 * highestPriceMinor * 1.5)).toBe(true);
});

test('a price cannot become negative', () => {
  const price = Price.first(variant, { currency: 'EUR', amountMinor: 100 });
  expect(() => price.change(-100)).toThrow(expect.objectContaining({ code: 'INVALID_PRICE' }));
  expect(price.amountMinor).toBe(100);
});

test('a currency cannot have two prices', () => {
  const twice = [
    { currency: 'EUR', amountMinor: 1 },
    { currency: 'EUR', amountMinor: 2 },
  ];
  expect(() => mustNameCurrenciesOnce(twice)).toThrow(expect.objectContaining({ code: 'INVALID_PRICE' }));
});
