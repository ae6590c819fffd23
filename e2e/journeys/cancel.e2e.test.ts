import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import { CancelOrderDocument } from '@souk/schema/generated/graphql';
import { availableOf, goodsInStock } from '../src/goods.js';
import { providerEntriesOf } from '../src/provider-ledger.js';
import { buy, changesUntil, orderOf } from '../src/shopping.js';
import { aCustomer, theManager } from '../src/visitors.js';

let manager: ShopClient;

beforeAll(async () => {
  manager = await theManager();
});

const cancellation = (orderId: string) => ({ input: { orderId, idempotencyKey: randomUUID() } });

test('an order that is paid and has not left can be cancelled: money and stock go back', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId);
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
  const { cancelOrder } = await customer.shop.run(CancelOrderDocument, cancellation(orderId));
  expect(cancelOrder?.userErrors).toEqual([]);
  await changesUntil(customer, orderId, ({ status }) => status === 'CANCELLED');
  await eventually(async () => {
    const { payment, cancellation: why } = await orderOf(customer, orderId);
    expect([payment?.status, why?.code]).toEqual(['REFUNDED', 'BY_CUSTOMER']);
    expect(await availableOf(goods)).toBe(1);
    const [entry] = await providerEntriesOf(orderId);
    expect(entry?.captured).toBe(entry?.refunded);
  });
}, 60_000);

test('an order that is cancelled the moment it was placed ends with nothing held', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId);
  const { cancelOrder } = await customer.shop.run(CancelOrderDocument, cancellation(orderId));
  expect(cancelOrder?.order?.status).toBe('CANCELLED');
  await eventually(async () => {
    expect(await availableOf(goods)).toBe(1);
    const taken = (await providerEntriesOf(orderId)).map(({ captured, refunded }) => captured - refunded);
    expect(taken.every((amount) => amount === 0)).toBe(true);
  });
});

test('what has left cannot be cancelled', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId);
  await changesUntil(customer, orderId, ({ status }) => status === 'SHIPPED');
  const { cancelOrder } = await customer.shop.run(CancelOrderDocument, cancellation(orderId));
  expect(cancelOrder).toMatchObject({ userErrors: [{ code: 'INVALID_STATE_TRANSITION' }] });
}, 60_000);
