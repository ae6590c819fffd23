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
import { type ProviderEntry, providerEntriesOf, providerLedger, setProviderFaults } from '../src/provider-ledger.js';
import { anOrderFor, buy, changesUntil, type OrderDetails, orderOf, quoteFor, requote } from '../src/shopping.js';
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

/** Where nothing more is decided: PAID, and whatever an early order may have come to while others are paid. */
const settledStatuses = ['CANCELLED', 'PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED'];
const totalOf = ({ total }: OrderDetails) => total.amountMinor;
const keptOf = ({ captured, refunded }: ProviderEntry) => captured - refunded;

test('sixty buyers of twenty units are twenty paid orders and forty that are told so', async () => {
  const goods = await goodsInStock(manager, 20);
  const buyers = await Promise.all(Array.from({ length: 60 }, () => aCustomer()));
  const orders = await Promise.all(buyers.map(async (buyer) => ({ buyer, id: await buy(buyer, goods.variantId) })));
  const settled = await eventually(async () => {
    const details = await Promise.all(orders.map(({ buyer, id }) => orderOf(buyer, id)));
    expect(details.map(({ status }) => status).filter((status) => !settledStatuses.includes(status))).toEqual([]);
    return details;
  }, 60_000);
  const [cancelled, paid] = [
    settled.filter(({ status }) => status === 'CANCELLED'),
    settled.filter(({ status }) => status !== 'CANCELLED'),
  ];
  expect(cancelled.map(({ cancellation }) => cancellation?.code)).toEqual(Array(40).fill('OUT_OF_STOCK'));
  expect(paid.map(({ payment }) => payment?.capturedAmount.amountMinor)).toEqual(paid.map(totalOf));
  const ledger = await providerLedger();
  expect(cancelled.flatMap(({ id }) => ledger.get(id) ?? [])).toEqual([]);
  expect(paid.map(({ id }) => ledger.get(id)?.map(keptOf))).toEqual(paid.map((order) => [totalOf(order)]));
  await eventually(async () => expect(await availableOf(goods)).toBe(0));
}, 120_000);
