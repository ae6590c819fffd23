import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { Caller } from '@souk/kit/identity';
import { aCustomer } from '@souk/kit/testing';
import { operations } from '../../test/cart-operations.js';
import { startTestCart, type TestCart } from '../../test/start-test-cart.js';

let cart: TestCart;
let caller: Caller;

beforeAll(async () => {
  cart = await startTestCart();
}, 60_000);
afterAll(() => cart.stop());
beforeEach(() => {
  caller = aCustomer(newId());
});

async function quoted(destination: object, more: object = {}) {
  const { data, errors } = await cart.send(caller, operations.quote, { destination, ...more });
  return { ...data?.cart?.quote, code: errors?.[0]?.extensions.code };
}

const put = (lines: { variantId: string; quantity: number }[]) =>
  cart.send(caller, operations.add, { input: { lines } });

test('inside the European Union a quote tells the tax that prices contain', async () => {
  const variantId = cart.shop.sell({ prices: { EUR: 1_190 }, sku: 'SHIRT-M', name: 'Shirt, M' });
  await put([{ variantId, quantity: 2 }]);
  const { quote, userErrors } = await quoted({ countryCode: 'DE' });
  expect(userErrors).toEqual([]);
  expect(quote).toMatchObject({
    pricesIncludeTax: true,
    lines: [
      {
        ...{ variant: { id: variantId }, sku: 'SHIRT-M', name: 'Shirt, M', quantity: 2, taxRateBasisPoints: 1_900 },
        ...{ unitPrice: { amountMinor: 1_190 }, lineTotal: { amountMinor: 2_380 }, tax: { amountMinor: 380 } },
      },
    ],
    subtotal: { amountMinor: 2_380 },
    shipping: { methodCode: 'standard', price: { amountMinor: 500 }, tax: { amountMinor: 80 }, minDays: 1, maxDays: 3 },
    availableShippingMethods: [{ methodCode: 'standard' }, { methodCode: 'express' }],
    taxTotal: { amountMinor: 460 },
    total: { amountMinor: 2_880, currency: 'EUR' },
  });
});

test.each([
  ['US', 'CA', 'standard', false, 725],
  ['US', 'OR', 'standard', false, 0],
  ['US', 'CA', 'zero', false, 0],
  ['GB', null, 'reduced', true, 500],
  ['FR', null, 'reduced', true, 550],
  ['DK', null, 'reduced', true, 2_500],
  ['IN', null, 'standard', true, 1_800],
  ['BR', null, 'standard', false, 0],
])(
  'in %s (%p), %s goods: prices include tax %p, rate %d',
  async (countryCode, region, taxClassCode, isIncluded, rate) => {
    await put([{ variantId: cart.shop.sell({ taxClassCode }), quantity: 1 }]);
    const { quote } = await quoted({ countryCode, region });
    expect([quote.pricesIncludeTax, quote.lines[0].taxRateBasisPoints]).toEqual([isIncluded, rate]);
  },
);

test('the way of sending can be chosen, and the currency too', async () => {
  await put([{ variantId: cart.shop.sell({ prices: { USD: 1_000 } }), quantity: 3 }]);
  const { quote } = await quoted({ countryCode: 'US', region: 'TX' }, { method: 'express', currency: 'USD' });
  expect(quote.shipping).toMatchObject({
    methodCode: 'express',
    price: { amountMinor: 1_500 },
    tax: { amountMinor: 94 },
  });
  expect(quote.total).toEqual({ amountMinor: 3_000 + 1_500 + 188 + 94, currency: 'USD' });
});

test('a quote holds for half an hour by the clock of the database', async () => {
  await put([{ variantId: cart.shop.sell(), quantity: 1 }]);
  const { quote } = await quoted({ countryCode: 'DE' });
  const [row] = await cart.rows<{ minutes: string }>(
    'select extract(epoch from expires_at - created_at) / 60 as minutes from quote where id = ?',
    [quote.id],
  );
  expect(Number(row?.minutes)).toBe(30);
});

test('what a quote says cannot be changed, not even by us', async () => {
  await put([{ variantId: cart.shop.sell(), quantity: 1 }]);
  const { quote } = await quoted({ countryCode: 'DE' });
  await expect(cart.rows('update quote set total_minor = 1 where id = ?', [quote.id])).rejects.toThrow(
    /permission denied/,
  );
});

test('an empty cart is not quoted', async () => {
  expect(await quoted({ countryCode: 'DE' })).toMatchObject({ quote: null, userErrors: [{ code: 'CART_EMPTY' }] });
});

test('a cart is not quoted for a place where nothing is sent, nor for a way that is not offered', async () => {
  await put([{ variantId: cart.shop.sell(), quantity: 1 }]);
  const rates = cart.shop.rates;
  cart.shop.rates = [{ methodCode: 'standard', priceMinor: 500, countryCodes: ['DE'] }];
  expect((await quoted({ countryCode: 'FR' })).userErrors).toEqual([
    { code: 'NOT_DELIVERABLE', path: ['destination'] },
  ]);
  expect((await quoted({ countryCode: 'DE' }, { method: 'pigeon' })).userErrors).toEqual([
    { code: 'NOT_DELIVERABLE', path: ['shippingMethodCode'] },
  ]);
  cart.shop.rates = rates;
});

test('what is not sold any more, or not in a currency, is named', async () => {
  const [shirt, hat] = [cart.shop.sell(), cart.shop.sell({ prices: { EUR: 100 } })];
  await put([shirt, hat].map((variantId) => ({ variantId, quantity: 1 })));
  expect((await quoted({ countryCode: 'US' }, { currency: 'USD' })).userErrors).toMatchObject([
    { code: 'CURRENCY_NOT_SOLD', variantIds: [hat] },
  ]);
  cart.shop.variant(shirt).isActive = false;
  expect((await quoted({ countryCode: 'DE' })).userErrors).toMatchObject([
    { code: 'VARIANT_UNAVAILABLE', variantIds: [shirt] },
  ]);
});

test.each([{ countryCode: 'de' }, { countryCode: '' }, { countryCode: 'DE', postalCode: 'x'.repeat(200) }])(
  'the place %p is malformed',
  async (destination) => {
    expect((await quoted(destination)).code).toBe('BAD_USER_INPUT');
  },
);

test('while catalog or shipping is away there is no quote, and the cart is there all the same', async () => {
  const variantId = cart.shop.sell();
  await put([{ variantId, quantity: 1 }]);
  await cart.shop.close();
  const query = '{ cart { totalQuantity quote(destination: { countryCode: "DE" }) { quote { id } } } }';
  const { data, errors } = await cart.send(caller, query);
  expect(data.cart).toEqual({ totalQuantity: 1, quote: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);
  cart.shop.open();
});
