import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { aReconciliationDesk, found, type ReconciliationDesk } from '../../test/reconciliation-desk.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';

let payments: TestPayments;
let desk: ReconciliationDesk;

beforeAll(async () => {
  payments = await startTestPayments();
  desk = aReconciliationDesk(payments);
}, 60_000);
afterEach(() => payments.stripe.heal());
afterAll(() => payments.stop());

test("what is younger than the window's end is left for the next round", async () => {
  const order = await desk.heldOrder();
  const intent = await desk.intentOf(order);
  await desk.inSilence(() => payments.stripe.api('POST', `/payment_intents/${intent}/capture`));
  await desk.round({ until: new Date(Date.now() - 60_000) });
  expect(await payments.said(order.id)).toEqual(['authorized']);
  await desk.round();
  expect(await payments.said(order.id)).toEqual(['authorized', 'captured']);
});

test('a payment that the provider is being asked about is left for the next round', async () => {
  const order = await desk.heldOrder();
  const attempt = `where payment_id = (select id from payment where order_id = ?)`;
  await payments.rows(
    `update payment_attempt set state = 'UNKNOWN', next_try_at = now() + interval '1 hour' ${attempt}`,
    [order.id],
  );
  const intent = await desk.intentOf(order);
  await desk.inSilence(() => payments.stripe.api('POST', `/payment_intents/${intent}/capture`));
  const moving = await desk.round();
  expect(found(moving)).toEqual([{ repaired: [], open: null }]);
  expect(moving.counts).toMatchObject({ putOff: 1, reported: 0 });
  await payments.rows(`update payment_attempt set state = 'SUCCEEDED' ${attempt}`, [order.id]);
  await desk.round();
  expect(await payments.said(order.id)).toEqual(['authorized', 'captured']);
});

test('a dry run tells what differs and changes nothing', async () => {
  const order = await desk.heldOrder();
  const intent = await desk.intentOf(order);
  await desk.inSilence(() => payments.stripe.api('POST', `/payment_intents/${intent}/capture`));
  const before = await payments.rows('select id, status from reconciliation_difference order by id');
  expect(found(await desk.round({ isDryRun: true }))).toEqual([
    { repaired: [], open: ['STATE_DIFFERS PAYMENT status: AUTHORIZED → CAPTURED'] },
  ]);
  expect(await payments.said(order.id)).toEqual(['authorized']);
  expect(await payments.rows('select id, status from reconciliation_difference order by id')).toEqual(before);
  await desk.round();
});

test('all pages of a long list are read', async () => {
  const before = (await desk.round()).counts;
  const form = { amount: '700', currency: 'eur', 'automatic_payment_methods[enabled]': 'true' };
  for (let count = 0; count < 101; count += 1) await payments.stripe.api('POST', '/payment_intents', form);
  const after = (await desk.round()).counts;
  expect(after.paymentsCompared - before.paymentsCompared).toBe(101);
  expect(after).toMatchObject({ repaired: 0, putOff: 0, reported: 0 });
});
