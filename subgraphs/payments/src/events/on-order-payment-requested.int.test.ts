import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';

let payments: TestPayments;

beforeAll(async () => {
  payments = await startTestPayments();
}, 60_000);
afterEach(() => eventually(() => payments.mustBalance()));
afterAll(() => payments.stop());

test('the money for an order is held, and taken once the order is confirmed', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ amountMinor: 4_200 });
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  await order.confirm();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized', 'captured']));
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([
    { status: 'succeeded', currency: 'eur', authorized: 4_200, captured: 4_200, released: 0, refunded: 0 },
  ]);
});

test('events that are delivered twice hold and take the money once', async () => {
  const order = anOrder(payments);
  const requested = await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  await payments.tellAgain(requested);
  const confirmed = await order.confirm();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized', 'captured']));
  await payments.tellAgain(confirmed);
  await payments.tellAgain(requested);
  await settleAnother();
  expect(await payments.said(order.id)).toEqual(['authorized', 'captured']);
  expect(await payments.attemptsFor(order.id)).toHaveLength(2);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ captured: 4_200 }]);
});

test('a second wish for the same order does not hold the money twice', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await order.requestPayment({ amountMinor: 9_999 });
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  await settleAnother();
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200 }]);
});

test.each([
  ['declined', 'pm_card_visa_chargeDeclined', 'Your card was declined.'],
  ['empty', 'pm_card_chargeDeclinedInsufficientFunds', 'Your card has insufficient funds.'],
  ['over', 'pm_card_chargeDeclinedExpiredCard', 'Your card has expired.'],
])('a card that is %s fails the payment with what the customer may be told, and is not left open', async (...card) => {
  const [, paymentToken, message] = card;
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken });
  await eventually(async () => {
    expect(await payments.said(order.id)).toEqual(['failed']);
    expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([
      { status: 'canceled', declines: 1, authorized: 0 },
    ]);
    expect(await openCalls(order.id)).toEqual([]);
  });
  expect(await failureOf(order.id)).toEqual({ code: 'PAYMENT_DECLINED', message });
});

test.each([
  ['a token that no provider knows', { paymentToken: 'pm_unknown' }, 'This payment method cannot be used.'],
  ['no token', { paymentToken: '' }, 'This payment method cannot be used.'],
  ['a provider that is not offered', { provider: 'barter' }, 'This way to pay is not offered.'],
])('%s fails the payment, and nothing is begun', async (_problem, wish, message) => {
  const order = anOrder(payments);
  await order.requestPayment(wish);
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['failed']));
  expect(await failureOf(order.id)).toEqual({ code: 'PAYMENT_DECLINED', message });
  expect(await payments.stripe.ledgerOf(order.id)).toEqual([]);
});

test('an order that is confirmed although its payment failed is told so', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: 'pm_card_visa_chargeDeclined' });
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['failed']));
  await order.confirm();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['failed', 'capture-failed']));
});

test('amounts up to the largest that Stripe takes arrive in the smallest unit, also where it has no fraction', async () => {
  const [euros, yen] = [anOrder(payments), anOrder(payments)];
  await euros.requestPayment({ amountMinor: 99_999_999 });
  await yen.requestPayment({ amountMinor: 500, currency: 'JPY' });
  await eventually(async () => {
    expect(await payments.stripe.ledgerOf(euros.id)).toMatchObject([{ authorized: 99_999_999, currency: 'eur' }]);
    expect(await payments.stripe.ledgerOf(yen.id)).toMatchObject([{ authorized: 500, currency: 'jpy' }]);
  });
});

test('many orders at once are all paid, each once', async () => {
  const orders = Array.from({ length: 30 }, () => anOrder(payments));
  await Promise.all(orders.map((order) => order.requestPayment()));
  await Promise.all(orders.map((order) => order.confirm()));
  await eventually(async () => {
    for (const order of orders) expect(await payments.said(order.id)).toEqual(['authorized', 'captured']);
  }, 40_000);
  for (const order of orders) {
    expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ captured: 4_200, released: 0 }]);
  }
}, 60_000);

/** What came before another order's payment has been handled when that one is. */
async function settleAnother(): Promise<void> {
  const another = anOrder(payments);
  await another.requestPayment();
  await eventually(async () => expect(await payments.said(another.id)).toEqual(['authorized']));
}

async function failureOf(orderId: string): Promise<unknown> {
  const [row] = await payments.rows<{ failure: unknown }>('select failure from payment where order_id = ?', [orderId]);
  return row?.failure;
}

async function openCalls(orderId: string): Promise<unknown[]> {
  return (await payments.attemptsFor(orderId)).filter(({ state }) => state === 'PENDING' || state === 'UNKNOWN');
}
