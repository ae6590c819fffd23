import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { anOrder, type TestOrder } from '../../test/builders/an-order.js';
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

function edit(order: TestOrder, change: string): Promise<unknown> {
  return payments.rows(`update payment set ${change} where order_id = ?`, [order.id]);
}

test('books that agree give nothing to say', async () => {
  const order = await desk.paidOrder();
  await payments.stripe.api('POST', '/refunds', { payment_intent: await desk.intentOf(order), amount: '200' });
  await desk.said(order, ['authorized', 'captured', 'refunded']);
  const { counts } = await desk.round();
  expect(counts).toMatchObject({ repaired: 0, putOff: 0, reported: 0, stillOpen: 0 });
  expect(counts.paymentsCompared).toBeGreaterThan(0);
  expect(counts.refundsCompared).toBeGreaterThan(0);
});

test('a hold whose webhook was never sent is found, once', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ paymentToken: 'pm_card_authenticationRequired' });
  await desk.said(order, ['action-required']);
  const intent = await desk.intentOf(order);
  await desk.inSilence(() => payments.stripe.authenticate(intent, 'complete'));
  expect(found(await desk.round())).toEqual([
    { repaired: ['STATE_DIFFERS PAYMENT status: ACTION_REQUIRED → AUTHORIZED'], open: [] },
  ]);
  expect(await payments.said(order.id)).toEqual(['action-required', 'authorized']);
  await desk.findsNothing();
  await payments.mustBalance();
});

test('money that was taken there while nobody here heard of it is booked', async () => {
  const order = await desk.heldOrder();
  const intent = await desk.intentOf(order);
  await desk.inSilence(() => payments.stripe.api('POST', `/payment_intents/${intent}/capture`));
  expect(found(await desk.round())).toEqual([
    { repaired: ['STATE_DIFFERS PAYMENT status: AUTHORIZED → CAPTURED'], open: [] },
  ]);
  expect(await payments.said(order.id)).toEqual(['authorized', 'captured']);
  await desk.findsNothing();
  await payments.mustBalance();
});

test('a hold that was ended there is ended here', async () => {
  const order = await desk.heldOrder();
  const intent = await desk.intentOf(order);
  await desk.inSilence(() => payments.stripe.api('POST', `/payment_intents/${intent}/cancel`));
  expect(found(await desk.round())).toEqual([
    { repaired: ['STATE_DIFFERS PAYMENT status: AUTHORIZED → CANCELLED'], open: [] },
  ]);
  expect(await payments.said(order.id)).toEqual(['authorized', 'voided']);
  await desk.findsNothing();
  await payments.mustBalance();
});

test("a refund that was made in the provider's dashboard is booked", async () => {
  const order = await desk.paidOrder();
  const intent = await desk.intentOf(order);
  await desk.inSilence(() => payments.stripe.api('POST', '/refunds', { payment_intent: intent, amount: '1200' }));
  expect(found(await desk.round())).toEqual([
    { repaired: ['MISSING_HERE REFUND refund: null → SUCCEEDED 1200 EUR'], open: [] },
  ]);
  expect(await payments.said(order.id)).toEqual(['authorized', 'captured', 'refunded']);
  await desk.findsNothing();
  await payments.mustBalance();
});

test('a payment that was given up here, but can still be paid there, is closed there', async () => {
  const order = anOrder(payments);
  await order.requestPayment({ payBy: new Date(Date.now() - 1_000) });
  await desk.said(order, ['failed']);
  const [row] = await payments.rows<{ id: string }>('select id from payment where order_id = ?', [order.id]);
  await desk.inSilence(() =>
    payments.stripe.api('POST', '/payment_intents', {
      amount: '4200',
      currency: 'eur',
      capture_method: 'manual',
      confirm: 'true',
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'https://shop.example',
      'metadata[orderId]': order.id,
      'metadata[paymentId]': row!.id,
    }),
  );
  await desk.round();
  await eventually(async () =>
    expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ status: 'canceled' }]),
  );
  await eventually(() => desk.findsNothing());
});

test.each([
  ['an amount', 'amount_minor = 4300', 'amount_minor = 4200', ['AMOUNT_DIFFERS PAYMENT amount: 4300 EUR → 4200 EUR']],
  [
    'what was taken',
    'captured_minor = 4100',
    'captured_minor = 4200',
    ['AMOUNT_DIFFERS PAYMENT captured: 4100 EUR, in the ledger 4200 → 4200 EUR'],
  ],
  ['a currency', `currency = 'USD'`, `currency = 'EUR'`, ['CURRENCY_DIFFERS PAYMENT currency: USD → EUR']],
  ['a state', `status = 'AUTHORIZED'`, `status = 'CAPTURED'`, ['STATE_DIFFERS PAYMENT status: AUTHORIZED → CAPTURED']],
])('%s that was edited in our row is reported, once, until it is mended', async (_what, wrong, right, differences) => {
  const order = await desk.paidOrder();
  await edit(order, wrong);
  const first = await desk.round();
  expect(found(first)).toEqual([{ repaired: [], open: differences }]);
  expect(first.counts).toMatchObject({ reported: 1, stillOpen: 1 });
  expect((await desk.round()).counts).toMatchObject({ reported: 0, stillOpen: 1 });
  await edit(order, right);
  await desk.findsNothing();
});

test('a payment that we do not know is reported, and one that holds no money is not', async () => {
  const form = { amount: '700', currency: 'eur', 'automatic_payment_methods[enabled]': 'true' };
  await payments.stripe.api('POST', '/payment_intents', form);
  const { id } = await payments.stripe.api<{ id: string }>('POST', '/payment_intents', {
    ...form,
    'automatic_payment_methods[allow_redirects]': 'never',
    capture_method: 'manual',
    confirm: 'true',
    payment_method: 'pm_card_visa',
  });
  expect(found(await desk.round())).toEqual([
    { repaired: [], open: ['MISSING_HERE PAYMENT payment: null → AUTHORIZED 700 EUR'] },
  ]);
  await payments.stripe.api('POST', `/payment_intents/${id}/cancel`);
  await desk.findsNothing();
});

test('a payment that the provider does not know is reported, and so is the one that is left without ours', async () => {
  const order = await desk.paidOrder();
  const intent = await desk.intentOf(order);
  await edit(order, `provider_reference = 'pi_gone'`);
  const { counts, payments: different } = await desk.round();
  expect(different.flatMap(({ open }) => open ?? [])).toContainEqual(
    expect.objectContaining({ kind: 'MISSING_THERE', subject: 'PAYMENT', reference: 'pi_gone', theirs: null }),
  );
  expect(different.flatMap(({ open }) => open ?? [])).toContainEqual(
    expect.objectContaining({ kind: 'STATE_DIFFERS', reference: intent, ours: 'CAPTURED, as pi_gone' }),
  );
  expect(counts.reported).toBe(2);
  await edit(order, `provider_reference = '${intent}'`);
  await desk.findsNothing();
});

test('a refund that the provider does not know is reported', async () => {
  const order = await desk.paidOrder();
  await payments.stripe.api('POST', '/refunds', { payment_intent: await desk.intentOf(order), amount: '500' });
  await desk.said(order, ['authorized', 'captured', 'refunded']);
  const of = 'where payment_id = (select id from payment where order_id = ?)';
  const [refund] = await payments.rows<{ provider_reference: string }>(`select provider_reference from refund ${of}`, [
    order.id,
  ]);
  await payments.rows(`update refund set provider_reference = 're_gone' ${of}`, [order.id]);
  const { payments: different } = await desk.round({ isDryRun: true });
  expect(different.flatMap(({ open }) => open ?? [])).toContainEqual(
    expect.objectContaining({ kind: 'MISSING_THERE', subject: 'REFUND', reference: 're_gone' }),
  );
  await payments.rows(`update refund set provider_reference = ? ${of}`, [refund!.provider_reference, order.id]);
  await desk.findsNothing();
});
