import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { anOrder, type TestOrder } from '../../test/builders/an-order.js';
import { anEvent, anIntent, postEvent } from '../../test/builders/stripe-post.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';

const threeDSecure = 'pm_card_authenticationRequired';
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

async function intentOf(order: TestOrder): Promise<string> {
  const [entry] = await payments.stripe.ledgerOf(order.id);
  return entry!.paymentIntent;
}

async function eventOf(intent: string, type: string): Promise<string> {
  const { data } = await payments.stripe.api<{ data: { id: string; data: { object: { id: string } } }[] }>(
    'GET',
    `/events?type=${type}&limit=100`,
  );
  return data.find((event) => event.data.object.id === intent)!.id;
}

async function outcomesFor(intent: string): Promise<{ type: string; outcome: string | null }[]> {
  return payments.rows(
    `select type, outcome from payment_event where payload->'data'->'object'->>'id' = ? order by received_at`,
    [intent],
  );
}

async function isQuiet(): Promise<void> {
  await eventually(async () =>
    expect(await payments.rows('select type from payment_event where handled_at is null')).toEqual([]),
  );
}

test('a customer who approves has the money held, and the order hears of it', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: threeDSecure });
  await said(order, ['action-required']);
  await payments.stripe.authenticate(await intentOf(order), 'complete');
  await said(order, ['action-required', 'authorized']);
  await order.confirm();
  await said(order, ['action-required', 'authorized', 'captured']);
});

test('a customer who does not approve fails the payment, and nothing is left to approve', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: threeDSecure });
  await said(order, ['action-required']);
  await payments.stripe.authenticate(await intentOf(order), 'fail');
  await said(order, ['action-required', 'failed']);
  await eventually(async () =>
    expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ status: 'canceled' }]),
  );
});

test('a customer who approves with an empty card fails the payment', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds' });
  await said(order, ['action-required']);
  await payments.stripe.authenticate(await intentOf(order), 'complete');
  await said(order, ['action-required', 'failed']);
});

test('a customer who never answers fails the payment when the time is over', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: threeDSecure, payBy: new Date(Date.now() + 400) });
  await said(order, ['action-required', 'failed']);
  const [row] = await payments.rows<{ failure: object }>('select failure from payment where order_id = ?', [order.id]);
  expect(row!.failure).toMatchObject({ code: 'PAYMENT_EXPIRED' });
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ status: 'canceled', authorized: 0 }]);
});

test('a customer who approves after the time is over gets the money back, and the ledger knows', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: threeDSecure });
  await said(order, ['action-required']);
  await payments.stripe.break({ delayWebhooksMs: 1_000 });
  await payments.stripe.authenticate(await intentOf(order), 'complete');
  await payments.rows(`update payment set pay_by = now() - interval '1 second' where order_id = ?`, [order.id]);
  await said(order, ['action-required', 'failed']);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200, released: 4_200 }]);
});

test('events that come twice, and in the wrong order, have the effect of the right order', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ duplicateWebhooks: true, reorderWebhooks: true });
  await order.requestPayment({ paymentToken: threeDSecure });
  await said(order, ['action-required']);
  await payments.stripe.authenticate(await intentOf(order), 'complete');
  await said(order, ['action-required', 'authorized']);
  await order.confirm();
  await said(order, ['action-required', 'authorized', 'captured']);
  await isQuiet();
  expect(await payments.said(order.id)).toEqual(['action-required', 'authorized', 'captured']);
});

test('an event that comes late is kept and changes nothing', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: threeDSecure });
  await said(order, ['action-required']);
  const intent = await intentOf(order);
  await payments.stripe.break({ dropWebhooks: true });
  await payments.stripe.authenticate(intent, 'complete');
  await payments.stripe.api('POST', `/payment_intents/${intent}/capture`);
  await payments.stripe.heal();
  await payments.stripe.resend(await eventOf(intent, 'payment_intent.succeeded'));
  await said(order, ['action-required', 'authorized', 'captured']);
  await payments.stripe.resend(await eventOf(intent, 'payment_intent.amount_capturable_updated'));
  await eventually(async () =>
    expect(await outcomesFor(intent)).toContainEqual({
      type: 'payment_intent.amount_capturable_updated',
      outcome: 'KNOWN',
    }),
  );
  expect(await payments.said(order.id)).toEqual(['action-required', 'authorized', 'captured']);
});

test('an old refusal that comes after the money was held is not believed', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await said(order, ['authorized']);
  const intent = await intentOf(order);
  const { metadata } = (await payments.stripe.ledgerOf(order.id))[0]!;
  const old = anIntent({ id: intent, status: 'requires_payment_method', metadata, latest_charge: null });
  await postEvent(payments, anEvent(`evt_old_${intent}`, 'payment_intent.payment_failed', old));
  await isQuiet();
  expect(await payments.said(order.id)).toEqual(['authorized']);
});

test('a refusal that the customer has overcome since is looked behind', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: threeDSecure });
  await said(order, ['action-required']);
  const intent = await intentOf(order);
  await payments.stripe.break({ dropWebhooks: true });
  await payments.stripe.authenticate(intent, 'fail');
  await payments.stripe.api('POST', `/payment_intents/${intent}/confirm`, { payment_method: 'pm_card_visa' });
  await payments.stripe.heal();
  await payments.stripe.resend(await eventOf(intent, 'payment_intent.payment_failed'));
  await said(order, ['action-required', 'authorized']);
});

test('an event that needs a question waits for a provider that does not answer', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: threeDSecure });
  await said(order, ['action-required']);
  const intent = await intentOf(order);
  await payments.stripe.break({ failNext: { status: 503, times: 3 } });
  await payments.stripe.authenticate(intent, 'fail');
  await said(order, ['action-required', 'failed']);
});

test('events with a wrong signature are not believed, and the provider sends them again', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: threeDSecure });
  await said(order, ['action-required']);
  const intent = await intentOf(order);
  await payments.stripe.break({ invalidSignatures: true });
  await payments.stripe.authenticate(intent, 'complete');
  const another = anOrder(payments);
  await another.requestPayment();
  await said(another, ['authorized']);
  expect(await payments.said(order.id)).toEqual(['action-required']);
  await payments.stripe.heal();
  await said(order, ['action-required', 'authorized']);
});

test('money that shows up for a payment that was given up is let go', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ payBy: new Date(Date.now() - 1_000) });
  await said(order, ['failed']);
  const [row] = await payments.rows<{ id: string }>('select id from payment where order_id = ?', [order.id]);
  await payments.stripe.api('POST', '/payment_intents', {
    amount: '4200',
    currency: 'eur',
    capture_method: 'manual',
    confirm: 'true',
    payment_method: 'pm_card_visa',
    'automatic_payment_methods[enabled]': 'true',
    'automatic_payment_methods[allow_redirects]': 'never',
    'metadata[orderId]': order.id,
    'metadata[paymentId]': row!.id,
  });
  await eventually(async () => {
    const money = await payments.stripe.ledgerOf(order.id);
    expect(money).toMatchObject([{ status: 'canceled', authorized: 4_200, released: 4_200 }]);
  });
  expect(await payments.said(order.id)).toEqual(['failed']);
});

test('a hold that the provider ends by itself is noted, and a capture that is asked for then is refused', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await said(order, ['authorized']);
  await payments.stripe.api('POST', `/payment_intents/${await intentOf(order)}/cancel`);
  await said(order, ['authorized', 'voided']);
  await order.confirm();
  await said(order, ['authorized', 'voided', 'capture-failed']);
});

test('money that was given back at the provider itself counts', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await order.confirm();
  await said(order, ['authorized', 'captured']);
  await payments.stripe.api('POST', '/refunds', { payment_intent: await intentOf(order), amount: '1200' });
  await said(order, ['authorized', 'captured', 'refunded']);
  await order.cancel();
  await said(order, ['authorized', 'captured', 'refunded', 'refunded']);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ captured: 4_200, refunded: 4_200 }]);
});
