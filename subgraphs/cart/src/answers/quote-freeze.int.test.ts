import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { Caller } from '@souk/kit/identity';
import { aCustomer, aGuest } from '@souk/kit/testing';
import { askFreezeQuote, type FrozenQuote } from '@souk/schema/questions/cart';
import { operations } from '../../test/cart-operations.js';
import { startTestCart, type TestCart } from '../../test/start-test-cart.js';

let cart: TestCart;
let caller: Caller;
let variantId: string;
let quoteId: string;

const germany = { countryCode: 'DE', region: null, postalCode: null };
const berlin = { ...germany, postalCode: '10115' };

beforeAll(async () => {
  cart = await startTestCart();
}, 60_000);
afterAll(() => cart.stop());
beforeEach(async () => {
  caller = aCustomer(newId());
  variantId = cart.shop.sell({ prices: { EUR: 1_190 }, weightGrams: 300 });
  quoteId = await quoteOf([{ variantId, quantity: 2 }], berlin);
});

async function quoteOf(lines: { variantId: string; quantity: number }[], destination: object): Promise<string> {
  await cart.send(caller, operations.change, { input: { lines } });
  const { data } = await cart.send(caller, operations.quote, { destination });
  return data.cart.quote.quote.id;
}

function freeze(more: { quoteId?: string; ownerIds?: string[]; destination?: typeof berlin } = {}) {
  const ownerIds = [caller.id ?? ''];
  return cart.running.parts.ask(askFreezeQuote, { quoteId, ownerIds, destination: berlin, ...more });
}

async function frozen(more = {}): Promise<FrozenQuote> {
  const reply = await freeze(more);
  if (reply.outcome !== 'FROZEN') throw new Error(`Not frozen but ${reply.outcome}.`);
  return reply.quote;
}

async function requoted(more = {}): Promise<FrozenQuote> {
  const reply = await freeze(more);
  if (reply.outcome !== 'PRICE_CHANGED') throw new Error(`Not changed but ${reply.outcome}.`);
  return frozen({ ...more, quoteId: reply.newQuoteId });
}

/** The same quote, made so long ago that it is over. */
async function expired(): Promise<string> {
  const id = newId();
  await cart.rows(
    `insert into quote select (jsonb_populate_record(q, ?::jsonb || jsonb_build_object('expires_at', now()))).*
     from quote q where id = ?`,
    [JSON.stringify({ id }), quoteId],
  );
  return id;
}

test('a quote is fixed with all that an order needs', async () => {
  const quote = await frozen();
  expect(quote).toEqual({
    ...{ quoteId, cartId: expect.any(String), channelId: 'default', currency: 'EUR', destination: berlin },
    lines: [
      {
        ...{ variantId, productId: cart.shop.variant(variantId).productId, sku: 'SKU-1', name: 'A thing', quantity: 2 },
        unitPrice: { amountMinor: 1_190, currency: 'EUR' },
        lineTotal: { amountMinor: 2_380, currency: 'EUR' },
        taxRateBasisPoints: 1_900,
        tax: { amountMinor: 380, currency: 'EUR' },
      },
    ],
    subtotal: { amountMinor: 2_380, currency: 'EUR' },
    shipping: {
      ...{ methodCode: 'standard', name: 'standard' },
      price: { amountMinor: 500, currency: 'EUR' },
      tax: { amountMinor: 80, currency: 'EUR' },
    },
    weightGrams: 600,
    pricesIncludeTax: true,
    taxTotal: { amountMinor: 460, currency: 'EUR' },
    total: { amountMinor: 2_880, currency: 'EUR' },
  });
});

test('freezing again gives the same, whatever prices are now, also many at once', async () => {
  const quotes = await Promise.all(Array.from({ length: 5 }, () => frozen()));
  cart.shop.variant(variantId).prices['EUR'] = 9_999;
  for (const quote of [...quotes, await frozen()]) expect(quote).toEqual(quotes[0]);
});

test('a price that has changed gives a new quote with the new price', async () => {
  cart.shop.variant(variantId).prices['EUR'] = 1_200;
  const quote = await requoted();
  expect(quote.quoteId).not.toBe(quoteId);
  expect(quote.total.amountMinor).toBe(2_900);
});

test('a shipping rate that has changed gives a new quote, and so does a way of sending that is gone', async () => {
  const rates = cart.shop.rates;
  cart.shop.rates = [{ methodCode: 'standard', priceMinor: 600 }];
  expect((await requoted()).shipping.price.amountMinor).toBe(600);
  cart.shop.rates = [{ methodCode: 'express', priceMinor: 500 }];
  expect((await requoted()).shipping.methodCode).toBe('express');
  cart.shop.rates = rates;
});

test('another way of sending that became cheaper is no reason for a new quote', async () => {
  const rates = cart.shop.rates;
  cart.shop.rates = [{ methodCode: 'pigeon', priceMinor: 1 }, ...rates];
  expect((await frozen()).shipping.methodCode).toBe('standard');
  cart.shop.rates = rates;
});

test('what is not sold any more is left out of the new quote; when nothing is left there is none', async () => {
  const other = cart.shop.sell();
  quoteId = await quoteOf([{ variantId: other, quantity: 1 }], berlin);
  cart.shop.variant(variantId).isActive = false;
  expect((await requoted()).lines.map((line) => line.variantId)).toEqual([other]);
  cart.shop.variant(other).prices = {};
  expect(await freeze()).toEqual({ outcome: 'CART_EMPTY' });
});

test('a place where nothing is sent any more is refused', async () => {
  const rates = cart.shop.rates;
  cart.shop.rates = [];
  expect(await freeze()).toEqual({ outcome: 'NOT_DELIVERABLE' });
  cart.shop.rates = rates;
});

test('a quote for a country holds for every place there that costs the same', async () => {
  quoteId = await quoteOf([{ variantId, quantity: 1 }], germany);
  expect((await frozen({ destination: berlin })).destination).toEqual(berlin);
});

test('a quote is not good for another place: there is a new one', async () => {
  const munich = { ...germany, postalCode: '80331' };
  expect(await requoted({ destination: munich })).toMatchObject({ destination: munich, total: { amountMinor: 2_880 } });
  const paris = { countryCode: 'FR', region: null, postalCode: '75001' };
  expect((await requoted({ destination: paris })).lines[0]?.taxRateBasisPoints).toBe(2_000);
});

test('a quote of somebody else is not there, and neither is one that never was', async () => {
  expect(await freeze({ ownerIds: [newId()] })).toEqual({ outcome: 'NOT_FOUND' });
  expect(await freeze({ quoteId: newId() })).toEqual({ outcome: 'NOT_FOUND' });
});

test('what a guest was quoted can be ordered after signing in', async () => {
  const guestId = newId();
  caller = aGuest(guestId);
  quoteId = await quoteOf([{ variantId, quantity: 1 }], berlin);
  expect((await frozen({ ownerIds: [newId(), guestId] })).quoteId).toBe(quoteId);
});

test('a quote whose half hour is over is not frozen, nor given again when it was frozen before', async () => {
  expect(await freeze({ quoteId: await expired() })).toEqual({ outcome: 'QUOTE_EXPIRED' });
  await frozen();
  expect(await freeze({ quoteId: await expired() })).toEqual({ outcome: 'QUOTE_EXPIRED' });
});

test('while catalog is away nothing is frozen', async () => {
  await cart.shop.close();
  await expect(freeze()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  cart.shop.open();
  await frozen();
});
