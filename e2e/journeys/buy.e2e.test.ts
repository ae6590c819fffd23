import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import { RefundPaymentDocument } from '@souk/schema/generated/graphql';
import { availableOf, goodsInStock } from '../src/goods.js';
import { authenticate, providerEntriesOf } from '../src/provider-ledger.js';
import { buy, changesUntil, orderOf } from '../src/shopping.js';
import { aCustomer, existing, theManager } from '../src/visitors.js';

let manager: ShopClient;

beforeAll(async () => {
  manager = await theManager();
});

test('a declined card cancels the order, and nothing is held or taken', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId, { token: 'pm_card_visa_chargeDeclined' });
  await changesUntil(customer, orderId, ({ status }) => status === 'CANCELLED');
  expect((await orderOf(customer, orderId)).cancellation?.code).toBe('PAYMENT_DECLINED');
  await eventually(async () => expect(await availableOf(goods)).toBe(1));
  expect(await providerEntriesOf(orderId)).toMatchObject([{ authorized: 0, captured: 0 }]);
});

test('what is sold out cancels the order, names the line, and the money is never asked for', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId, { quantity: 2 });
  await changesUntil(customer, orderId, ({ status }) => status === 'CANCELLED');
  expect((await orderOf(customer, orderId)).cancellation).toMatchObject({
    code: 'OUT_OF_STOCK',
    lines: [{ variantId: goods.variantId, requested: 2, available: 1 }],
  });
  expect(await providerEntriesOf(orderId)).toEqual([]);
});

test('a payment that the bank wants approved waits for the customer, and goes on when they approve', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId, { token: 'pm_card_authenticationRequired' });
  await eventually(async () => {
    const { status, payment } = await orderOf(customer, orderId);
    expect([status, payment?.status]).toEqual(['PENDING', 'ACTION_REQUIRED']);
    expect(payment?.nextAction?.redirectUrl).toContain('http');
  });
  await authenticate(orderId, 'complete');
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
});

test('a payment that the customer does not approve cancels the order', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId, { token: 'pm_card_authenticationRequired' });
  await eventually(async () => expect((await orderOf(customer, orderId)).payment?.status).toBe('ACTION_REQUIRED'));
  await authenticate(orderId, 'fail');
  await changesUntil(customer, orderId, ({ status }) => status === 'CANCELLED');
  await eventually(async () => expect(await availableOf(goods)).toBe(1));
});

test('staff give back a part of the money, once per key', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId);
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
  const paymentId = existing((await orderOf(customer, orderId)).payment).id;
  const input = { paymentId, amountMinor: 100, idempotencyKey: randomUUID() };
  const answers = [
    await manager.run(RefundPaymentDocument, { input }),
    await manager.run(RefundPaymentDocument, { input }),
  ];
  expect(answers.map(({ refundPayment }) => refundPayment?.replayed)).toEqual([false, true]);
  await eventually(async () => {
    expect((await orderOf(customer, orderId)).payment?.refundedAmount.amountMinor).toBe(100);
    expect(await providerEntriesOf(orderId)).toMatchObject([{ refunded: 100 }]);
  });
});
