import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import {
  AddCartLinesDocument,
  CartContentsDocument,
  PlaceOrderDocument,
  SetPricesDocument,
} from '@souk/schema/generated/graphql';
import { availableOf, goodsInStock } from '../src/goods.js';
import { providerEntriesOf, setProviderFaults } from '../src/provider-ledger.js';
import { anOrderFor, buy, changesUntil, orderOf, quoteFor, requote } from '../src/shopping.js';
import { aCustomer, existing, theManager } from '../src/visitors.js';

let manager: ShopClient;

beforeAll(async () => {
  manager = await theManager();
});

test('five clicks on "order" are one order and one charge', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 5)];
  const input = anOrderFor(customer, await quoteFor(customer, goods.variantId));
  const answers = await Promise.all(Array.from({ length: 5 }, () => customer.shop.run(PlaceOrderDocument, { input })));
  const ids = new Set(answers.map(({ placeOrder }) => placeOrder?.order?.id));
  expect(ids.size).toBe(1);
  expect(answers.filter(({ placeOrder }) => placeOrder?.replayed === false)).toHaveLength(1);
  const orderId = existing([...ids][0]);
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
  expect(await providerEntriesOf(orderId)).toHaveLength(1);
  const again = await customer.shop.run(PlaceOrderDocument, { input: anOrderFor(customer, input.quoteId) });
  expect(again.placeOrder?.userErrors).toMatchObject([{ code: 'ALREADY_ORDERED' }]);
  const { errors } = await customer.shop.send(PlaceOrderDocument, { input: { ...input, locale: 'de' } });
  expect(errors?.[0]?.extensions?.code).toBe('IDEMPOTENCY_KEY_REUSED');
}, 60_000);

test('eight simultaneous adds of one item are eight units', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 20)];
  const input = { lines: [{ variantId: goods.variantId, quantity: 1 }] };
  await Promise.all(Array.from({ length: 8 }, () => customer.shop.run(AddCartLinesDocument, { input })));
  const { cart } = await customer.shop.run(CartContentsDocument, {});
  expect(cart?.totalQuantity).toBe(8);
});

test('a price that changed after the quote is refused with a new quote', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const quoteId = await quoteFor(customer, goods.variantId);
  const prices = [{ amountMinor: 1_300, currency: 'EUR' }];
  await manager.run(SetPricesDocument, { input: { variantId: goods.variantId, prices } });
  const refused = await customer.shop.run(PlaceOrderDocument, { input: anOrderFor(customer, quoteId) });
  expect(refused.placeOrder?.userErrors).toMatchObject([{ code: 'PRICE_CHANGED', newQuoteId: expect.any(String) }]);
  const { placeOrder } = await customer.shop.run(PlaceOrderDocument, {
    input: anOrderFor(customer, await requote(customer.shop)),
  });
  expect(placeOrder?.order?.status).toBe('PENDING');
});

test('a provider that charges and then does not answer is asked again, and charges once', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  await setProviderFaults({ timeoutAfterCharge: 2 });
  const orderId = await buy(customer, goods.variantId);
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
  await setProviderFaults({ timeoutAfterCharge: 0 });
  const { total } = await orderOf(customer, orderId);
  expect(await providerEntriesOf(orderId)).toMatchObject([{ captured: total.amountMinor }]);
}, 60_000);

test('sixty buyers of twenty units are twenty paid orders and forty that are told so', async () => {
  const goods = await goodsInStock(manager, 20);
  const buyers = await Promise.all(Array.from({ length: 60 }, () => aCustomer()));
  const orders = await Promise.all(buyers.map(async (buyer) => ({ buyer, id: await buy(buyer, goods.variantId) })));
  const settled = await eventually(async () => {
    const details = await Promise.all(orders.map(({ buyer, id }) => orderOf(buyer, id)));
    expect(details.every(({ status }) => status === 'CANCELLED' || status === 'PAID' || status === 'SHIPPED')).toBe(
      true,
    );
    return details;
  }, 60_000);
  const cancelled = settled.filter(({ status }) => status === 'CANCELLED');
  expect(cancelled).toHaveLength(40);
  expect(cancelled.every(({ cancellation }) => cancellation?.code === 'OUT_OF_STOCK')).toBe(true);
  const charged = await Promise.all(cancelled.map(({ id }) => providerEntriesOf(id)));
  expect(charged.flat()).toEqual([]);
  await eventually(async () => expect(await availableOf(goods)).toBe(0));
}, 120_000);
