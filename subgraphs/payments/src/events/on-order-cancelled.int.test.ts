import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { anOrder, type TestOrder } from '../../test/builders/an-order.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';

let payments: TestPayments;

beforeAll(async () => {
  payments = await startTestPayments();
}, 60_000);
afterEach(async () => {
  await payments.stripe.heal();
  await eventually(() => payments.mustBalance());
});
afterAll(() => payments.stop());

function said(order: TestOrder, expected: string[]): Promise<void> {
  return eventually(async () => expect(await payments.said(order.id)).toEqual(expected));
}

function moneyOf(order: TestOrder) {
  return payments.stripe.ledgerOf(order.id);
}

test('money that is held is let go', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await said(order, ['authorized']);
  await order.cancel();
  await said(order, ['authorized', 'voided']);
  expect(await moneyOf(order)).toMatchObject([{ authorized: 4_200, released: 4_200, captured: 0 }]);
});

test('money that was taken is given back', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await order.confirm();
  await said(order, ['authorized', 'captured']);
  await order.cancel();
  await said(order, ['authorized', 'captured', 'refunded']);
  expect(await moneyOf(order)).toMatchObject([{ captured: 4_200, refunded: 4_200 }]);
  const [event] = await payments.rows<{ payload: object }>(
    `select payload from outbox where payload->>'orderId' = ? order by event_version desc limit 1`,
    [order.id],
  );
  expect(event!.payload).toMatchObject({ isFull: true, amount: { amountMinor: 4_200, currency: 'EUR' } });
});

test('a payment that waits for the customer is closed', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: 'pm_card_authenticationRequired' });
  await said(order, ['action-required']);
  await order.cancel();
  await said(order, ['action-required', 'voided']);
  expect(await moneyOf(order)).toMatchObject([{ status: 'canceled', authorized: 0 }]);
});

test('money that is being held at that moment is let go when it has landed, and never announced', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ latencyMs: 500 });
  await order.requestPayment();
  await eventually(async () => expect(await payments.attemptsFor(order.id)).toMatchObject([{ tries: 1 }]));
  await order.cancel();
  await said(order, ['voided']);
  expect(await moneyOf(order)).toMatchObject([{ authorized: 4_200, released: 4_200 }]);
});

test('money that is being taken at that moment is given back', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await said(order, ['authorized']);
  await payments.stripe.break({ latencyMs: 500 });
  await order.confirm();
  await eventually(async () => expect(await payments.attemptsFor(order.id)).toMatchObject([{}, { tries: 1 }]));
  await order.cancel();
  await said(order, ['authorized', 'captured', 'refunded']);
  expect(await moneyOf(order)).toMatchObject([{ captured: 4_200, refunded: 4_200 }]);
});

test('a capture that nobody knows the outcome of is looked up, not repeated', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await said(order, ['authorized']);
  await payments.stripe.break({ failNext: { status: 503, times: 100_000 } });
  await order.confirm();
  await eventually(async () => expect((await payments.attemptsFor(order.id))[1]!.tries).toBeGreaterThan(1));
  await order.cancel();
  await payments.stripe.heal();
  await said(order, ['authorized', 'voided']);
  expect(await moneyOf(order)).toMatchObject([{ authorized: 4_200, released: 4_200, captured: 0 }]);
});

test('what was not asked for yet is never asked for', async () => {
  const order = anOrder(payments);
  const busy = Array.from({ length: 8 }, () => anOrder(payments));
  await payments.stripe.break({ latencyMs: 800 });
  await Promise.all(busy.map((other) => other.requestPayment()));
  await eventually(async () => {
    const rows = await Promise.all(busy.map((other) => payments.attemptsFor(other.id)));
    expect(rows.every(([attempt]) => attempt?.tries === 1)).toBe(true);
  });
  await order.requestPayment();
  await order.cancel();
  await said(order, ['voided']);
  expect(await moneyOf(order)).toEqual([]);
  expect(await payments.attemptsFor(order.id)).toMatchObject([{ state: 'FAILED', tries: 0 }]);
  for (const other of busy) await said(other, ['authorized']);
});

test('an order whose payment was never asked for needs nothing', async () => {
  const order = anOrder(payments);
  await order.cancel();
  const another = anOrder(payments);
  await another.requestPayment();
  await said(another, ['authorized']);
  expect(await payments.said(order.id)).toEqual([]);
});

test.each([
  ['voided', 'pm_card_visa', ['authorized', 'voided', 'voided']],
  ['failed', 'pm_card_visa_chargeDeclined', ['failed', 'failed', 'failed']],
])('a payment that is %s says so again as often as the order asks', async (_outcome, paymentToken, expected) => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken });
  await said(order, expected.slice(0, 1));
  await order.cancel(1);
  await said(order, expected.slice(0, 2));
  await order.cancel(2);
  await said(order, expected);
});

test('a refund is said again as it was, and not made again', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await order.confirm();
  await said(order, ['authorized', 'captured']);
  await order.cancel(1);
  await said(order, ['authorized', 'captured', 'refunded']);
  await order.cancel(2);
  await said(order, ['authorized', 'captured', 'refunded', 'refunded']);
  expect(await moneyOf(order)).toMatchObject([{ refunded: 4_200 }]);
  const events = await payments.rows<{ payload: object }>(
    `select payload from outbox where payload->>'orderId' = ? and type like '%refunded%' order by event_version`,
    [order.id],
  );
  expect(events[1]!.payload).toEqual(events[0]!.payload);
});

test('a cancellation that is delivered twice gives the money back once', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await order.confirm();
  await said(order, ['authorized', 'captured']);
  const cancelled = await order.cancel();
  await said(order, ['authorized', 'captured', 'refunded']);
  await payments.tellAgain(cancelled);
  const another = anOrder(payments);
  await another.requestPayment();
  await said(another, ['authorized']);
  expect(await payments.said(order.id)).toEqual(['authorized', 'captured', 'refunded']);
  expect(await moneyOf(order)).toMatchObject([{ refunded: 4_200 }]);
});

test('a refund that the provider refuses is tried anew when the order asks again', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await order.confirm();
  await said(order, ['authorized', 'captured']);
  await payments.stripe.break({ failNext: { status: 400, times: 1 } });
  await order.cancel(1);
  await eventually(async () => expect((await payments.attemptsFor(order.id))[2]).toMatchObject({ state: 'FAILED' }));
  expect(await payments.said(order.id)).toEqual(['authorized', 'captured']);
  await order.cancel(2);
  await said(order, ['authorized', 'captured', 'refunded']);
  const keys = (await payments.attemptsFor(order.id)).slice(2).map(({ provider_key: key }) => key.split(':').slice(2));
  expect(keys).toEqual([
    ['REFUND', '1'],
    ['REFUND', '2'],
  ]);
});
