import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
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

const always = { times: 100_000 };

test('a connection that breaks after the money was held is asked again under the same key, and holds once', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ timeoutAfterCharge: 1, dropWebhooks: true });
  await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  expect(await payments.attemptsFor(order.id)).toMatchObject([{ state: 'SUCCEEDED', tries: 2 }]);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200, captured: 0 }]);
});

test('a connection that breaks after the money was taken takes it once', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  await payments.stripe.break({ timeoutAfterCharge: 2, dropWebhooks: true });
  await order.confirm();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized', 'captured']));
  expect(await payments.attemptsFor(order.id)).toMatchObject([{}, { operation: 'CAPTURE', tries: 3 }]);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ captured: 4_200 }]);
});

test('a webhook tells what came of a call before it is asked again', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ failNext: { status: 500, times: 1, phase: 'after' } });
  await order.requestPayment();
  await eventually(async () => {
    expect(await payments.said(order.id)).toEqual(['authorized']);
    expect(await payments.attemptsFor(order.id)).toMatchObject([{ state: 'SUCCEEDED', tries: 2 }]);
  });
});

test('a failure that the provider repeats for ever is looked behind, and what it did is found', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ failNext: { status: 500, times: 1, phase: 'after' }, dropWebhooks: true });
  await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  expect(await payments.attemptsFor(order.id)).toMatchObject([{ state: 'SUCCEEDED', tries: 4 }]);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200 }]);
});

test.each([429, 500, 503])('a provider that answers %d for a while is asked until it can', async (status) => {
  const order = anOrder(payments);
  await payments.stripe.break({ failNext: { status, times: 3 } });
  await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200 }]);
});

test('a process that dies between call and answer leaves a key that its successor uses again', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ latencyMs: 600, dropWebhooks: true });
  await order.requestPayment();
  const attempt = await eventually(async () => {
    const [first] = await payments.attemptsFor(order.id);
    expect(first).toMatchObject({ state: 'PENDING', tries: 1 });
    return first!;
  });
  await payments.rows(`update payment_attempt set locked_until = now() - interval '1 second' where id = ?`, [
    attempt.id,
  ]);
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  const [settled, ...others] = await payments.attemptsFor(order.id);
  expect(settled).toMatchObject({ state: 'SUCCEEDED', provider_key: attempt.provider_key });
  expect(settled!.tries).toBeGreaterThan(1);
  expect(others).toEqual([]);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200 }]);
});

test('a holder whose lease was taken over saves nothing', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ latencyMs: 500 });
  await order.requestPayment();
  await eventually(async () => expect(await payments.attemptsFor(order.id)).toMatchObject([{ tries: 1 }]));
  await payments.rows(
    `update payment_attempt set lease_epoch = lease_epoch + 1, locked_until = now() + interval '1 second'
     where payment_id = (select id from payment where order_id = ?)`,
    [order.id],
  );
  await payments.stripe.break({ dropWebhooks: true });
  await eventually(async () => expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200 }]));
  expect(await payments.said(order.id)).toEqual([]);
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
});

test('a key that the provider may have forgotten is looked up before it is used again', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ latencyMs: 400, timeoutAfterCharge: 1, idempotencyKeyTtlMs: 0, dropWebhooks: true });
  await order.requestPayment();
  await eventually(async () => expect(await payments.attemptsFor(order.id)).toMatchObject([{ tries: 1 }]));
  await payments.rows(
    `update payment_attempt set created_at = now() - interval '24 hours'
     where payment_id = (select id from payment where order_id = ?)`,
    [order.id],
  );
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  expect(await payments.attemptsFor(order.id)).toMatchObject([{ tries: 2 }]);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200 }]);
});

test('when the time to pay is over, money whose hold is not known is found and let go', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ failNext: { status: 500, phase: 'after', ...always }, dropWebhooks: true });
  await order.requestPayment({ payBy: new Date(Date.now() + 300) });
  await eventually(async () => expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200 }]));
  await eventually(async () =>
    expect((await payments.attemptsFor(order.id)).at(-1)).toMatchObject({ operation: 'VOID' }),
  );
  expect(await payments.said(order.id)).toEqual([]);
  await payments.stripe.heal();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['failed']));
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ authorized: 4_200, released: 4_200, captured: 0 }]);
});

test('when the time to pay is over, a provider that knows of nothing is believed after a quiet minute', async () => {
  const order = anOrder(payments);
  await payments.stripe.break({ failNext: { status: 503, ...always } });
  await order.requestPayment({ payBy: new Date(Date.now() + 100) });
  await eventually(async () => expect((await payments.attemptsFor(order.id))[0]!.tries).toBeGreaterThan(2));
  await payments.stripe.heal();
  const { tries } = (await payments.attemptsFor(order.id))[0]!;
  await eventually(async () => expect((await payments.attemptsFor(order.id))[0]!.tries).toBeGreaterThan(tries));
  expect(await payments.said(order.id)).toEqual([]);
  await payments.rows(`update payment set pay_by = now() - interval '2 minutes' where order_id = ?`, [order.id]);
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['failed']));
  expect(await payments.stripe.ledgerOf(order.id)).toEqual([]);
});

test('a wish that comes when the time to pay is over is not made', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ payBy: new Date(Date.now() - 1_000) });
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['failed']));
  expect(await payments.stripe.ledgerOf(order.id)).toEqual([]);
});

test('held money that is not there any more when it is to be taken fails the capture', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  await payments.stripe.break({ dropWebhooks: true });
  const [held] = await payments.stripe.ledgerOf(order.id);
  await payments.stripe.api('POST', `/payment_intents/${held!.paymentIntent}/cancel`);
  await order.confirm();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized', 'capture-failed']));
});

test('a slow call holds up nobody else', async () => {
  const [slow, quick] = [anOrder(payments), anOrder(payments)];
  await payments.stripe.break({ latencyMs: 3_000 });
  await slow.requestPayment();
  await eventually(async () => expect(await payments.attemptsFor(slow.id)).toMatchObject([{ tries: 1 }]));
  await payments.stripe.heal();
  await quick.requestPayment();
  await eventually(async () => expect(await payments.said(quick.id)).toEqual(['authorized']), 2_000);
  expect(await payments.said(slow.id)).toEqual([]);
  await eventually(async () => expect(await payments.said(slow.id)).toEqual(['authorized']));
});

test('what follows from a call belongs to the request that it was made for', async () => {
  const order = anOrder(payments);
  const requested = await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  const confirmed = await order.confirm();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized', 'captured']));
  const messages = await payments.rows<{ correlationid: string }>(
    `select headers->>'correlationid' as correlationid from outbox where payload->>'orderId' = ? order by event_version`,
    [order.id],
  );
  expect(messages.map(({ correlationid }) => correlationid)).toEqual([
    requested.correlationid,
    confirmed.correlationid,
  ]);
});
