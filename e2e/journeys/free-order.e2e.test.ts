import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import { CancelOrderDocument, PlaceOrderDocument, SetShippingRateDocument } from '@souk/schema/generated/graphql';
import { availableOf, goodsInStock } from '../src/goods.js';
import { subjectsTo } from '../src/mail.js';
import { providerEntriesOf } from '../src/provider-ledger.js';
import { anOrderFor, changesUntil, orderOf, quoteFor } from '../src/shopping.js';
import { aCustomer, existing, theManager, type Visitor } from '../src/visitors.js';

/** Nobody else orders from here, so that the rate may be changed for good. */
const london = {
  name: 'A Customer',
  line1: 'Baker Street 221b',
  city: 'London',
  postalCode: 'NW1 6XE',
  countryCode: 'GB',
};

let manager: ShopClient;

beforeAll(async () => {
  manager = await theManager();
  const input = { zoneCode: 'gb', methodCode: 'standard', currency: 'EUR', priceMinor: 0 };
  const { setShippingRate } = await manager.run(SetShippingRateDocument, { input });
  expect(setShippingRate).toEqual({ isSet: true, userErrors: [] });
});

async function order(visitor: Visitor, variantId: string) {
  const quoteId = await quoteFor(visitor, variantId, 1, london);
  const input = anOrderFor(visitor, quoteId, { shippingAddress: london, payment: null });
  return existing((await visitor.shop.run(PlaceOrderDocument, { input })).placeOrder);
}

test.concurrent('what is given away and sent for nothing needs no payment, and arrives all the same', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1, 0)];
  const orderId = existing((await order(customer, goods.variantId)).order).id;
  const changes = await changesUntil(customer, orderId, ({ status }) => status === 'DELIVERED');
  expect(changes.map(({ sequence, status }) => `${sequence} ${status}`)).toEqual([
    '1 PENDING',
    '2 CONFIRMED',
    '3 PAID',
    '4 SHIPPED',
    '5 DELIVERED',
  ]);
  const { total, payment, shipments } = await orderOf(customer, orderId);
  expect([total.amountMinor, payment, shipments?.[0]?.status]).toEqual([0, null, 'DELIVERED']);
  expect(await providerEntriesOf(orderId)).toEqual([]);
  await eventually(async () => {
    const subjects = await subjectsTo(customer.email);
    expect(subjects).toContainEqual(expect.stringMatching(/^Your order S-\w+ is confirmed$/));
    expect(subjects.join()).not.toMatch(/payment/i);
  });
}, 90_000);

test('an order that costs nothing can be cancelled, and its stock comes back', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1, 0)];
  const orderId = existing((await order(customer, goods.variantId)).order).id;
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
  const input = { orderId, idempotencyKey: randomUUID() };
  expect((await customer.shop.run(CancelOrderDocument, { input })).cancelOrder?.userErrors).toEqual([]);
  await eventually(async () => expect(await availableOf(goods)).toBe(1));
  expect((await orderOf(customer, orderId)).cancellation?.code).toBe('BY_CUSTOMER');
}, 60_000);

test('what costs something is not ordered without a payment', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  expect(await order(customer, goods.variantId)).toMatchObject({
    order: null,
    userErrors: [{ code: 'PAYMENT_REQUIRED' }],
  });
});
