import { expect, test } from '@jest/globals';
import { isId } from '@souk/kit/domain';
import { Price } from '../domain/price.js';
import { Product } from '../domain/product.js';
import { slugOf } from '../domain/slug.js';
import { demoPrices } from './demo-prices.js';
import { demoProducts } from './demo-products.js';
import { knownProducts } from './known-products.js';

const products = [...knownProducts(), ...demoProducts()];

test('the demo has more than a thousand products, and always the same ones', () => {
  expect(products.length).toBeGreaterThan(1_000);
  const again = [...knownProducts(), ...demoProducts()].map(({ draft }) => draft());
  expect(products.map(({ draft }) => draft())).toEqual(again);
});

test('no two of them share an id, a slug or a SKU', () => {
  const drafts = products.map(({ draft }) => draft());
  const skus = drafts.flatMap(({ variants }) => variants.map(({ sku }) => sku));
  const variantIds = drafts.flatMap(({ variants }) => variants.map(({ id }) => id ?? ''));
  expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
  expect(new Set(drafts.map(({ title }) => slugOf(title, ''))).size).toBe(products.length);
  expect(new Set(skus).size).toBe(skus.length);
  expect(new Set(variantIds).size).toBe(variantIds.length);
  expect(variantIds.every(isId)).toBe(true);
});

test('each of them keeps the rules, has prices in three currencies, and stands on a shelf of a department', () => {
  for (const { draft, shelf } of products) {
    const product = Product.create(draft(), 'slug', new Date());
    for (const { prices, options } of draft().variants) {
      expect(prices.map((price) => Price.first({ id: '', productId: product.id }, price).currency)).toEqual([
        'EUR',
        'USD',
        'GBP',
      ]);
      expect(options.length).toBeLessThanOrEqual(1);
    }
    expect(shelf).toHaveLength(2);
  }
  expect(new Set(products.map(({ shelf }) => shelf[0])).size).toBe(12);
});

test('a mug is there for everybody, and of one lamp there is exactly one', () => {
  const [mug, lamp] = knownProducts().map(({ draft }) => draft());
  expect(mug).toMatchObject({ title: 'Souk Mug', taxClassCode: 'standard' });
  expect(mug?.variants).toMatchObject([{ sku: 'SOUK-MUG', initialStock: { quantity: 10_000 } }]);
  expect(mug?.variants[0]?.prices[0]).toEqual({ currency: 'EUR', amountMinor: 1_250 });
  expect(lamp).toMatchObject({ title: 'Last One Lamp', variants: [{ initialStock: { quantity: 1 } }] });
});

test('prices end as shops write them', () => {
  expect(demoPrices(20).map(({ amountMinor }) => amountMinor)).toEqual([1_990, 2_199, 1_650]);
  expect(demoPrices(0.2)[0]?.amountMinor).toBe(90);
});
