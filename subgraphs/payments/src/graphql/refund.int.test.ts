import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous, type Caller } from '@souk/kit/identity';
import { aCustomer, aStaffMember, eventually } from '@souk/kit/testing';
import { anOrder, type TestOrder } from '../../test/builders/an-order.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';

let payments: TestPayments;
const staff = aStaffMember(newId(), ['payments:refund', 'payments:read']);

beforeAll(async () => {
  payments = await startTestPayments();
}, 60_000);
afterEach(async () => {
  await payments.stripe.heal();
  await eventually(() => payments.mustBalance());
});
afterAll(() => payments.stop());

const mutation = `mutation ($input: RefundPaymentInput!) {
  refundPayment(input: $input) {
    refund { id status amount { amountMinor currency } reason }
    payment { id status refundedAmount { amountMinor } }
    replayed
    userErrors { code path }
  }
}`;

function refund(input: object, caller: Caller = staff) {
  return payments.send(caller, mutation, { input: { idempotencyKey: newId(), reason: 'Broken.', ...input } });
}

async function paymentIdOf(order: TestOrder): Promise<string> {
  const [row] = await payments.rows<{ id: string }>('select id from payment where order_id = ?', [order.id]);
  return row!.id;
}

async function aPaidOrder(): Promise<{ order: TestOrder; paymentId: string }> {
  const order = anOrder(payments);
  await order.requestPayment({ amountMinor: 10_000 });
  await order.confirm();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized', 'captured']));
  return { order, paymentId: await paymentIdOf(order) };
}

async function stateOf(paymentId: string) {
  const query = `query ($id: ID!) {
    payment(id: $id) { status refundedAmount { amountMinor } refunds { status reason amount { amountMinor } } }
  }`;
  return (await payments.send(staff, query, { id: paymentId })).data.payment;
}

test('a part of the money is given back, then the rest', async () => {
  const { order, paymentId } = await aPaidOrder();
  await payments.stripe.break({ latencyMs: 300 });
  const { data } = await refund({ paymentId, amountMinor: 3_000 });
  expect(data.refundPayment).toMatchObject({
    refund: { status: 'PENDING', amount: { amountMinor: 3_000, currency: 'EUR' }, reason: 'Broken.' },
    payment: { id: paymentId, status: 'CAPTURED' },
    replayed: false,
    userErrors: [],
  });
  await eventually(async () => expect((await stateOf(paymentId)).status).toBe('PARTIALLY_REFUNDED'));
  await refund({ paymentId, amountMinor: null, reason: null });
  await eventually(async () =>
    expect(await stateOf(paymentId)).toEqual({
      status: 'REFUNDED',
      refundedAmount: { amountMinor: 10_000 },
      refunds: [
        { status: 'SUCCEEDED', reason: 'Broken.', amount: { amountMinor: 3_000 } },
        { status: 'SUCCEEDED', reason: null, amount: { amountMinor: 7_000 } },
      ],
    }),
  );
  expect(await payments.said(order.id)).toEqual(['authorized', 'captured', 'refunded', 'refunded']);
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ captured: 10_000, refunded: 10_000 }]);
});

test('the same wish sent again, also at once, is fulfilled once', async () => {
  const { order, paymentId } = await aPaidOrder();
  const input = { paymentId, amountMinor: 1_000, idempotencyKey: newId() };
  const answers = await Promise.all([refund(input), refund(input), refund(input)]);
  const payloads = answers.map(({ data }) => data.refundPayment);
  expect(new Set(payloads.map((payload) => payload.refund.id)).size).toBe(1);
  expect(payloads.filter((payload) => !payload.replayed)).toHaveLength(1);
  await eventually(async () => expect((await stateOf(paymentId)).status).toBe('PARTIALLY_REFUNDED'));
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ refunded: 1_000 }]);
});

test('a key that was used for another wish is refused', async () => {
  const { paymentId } = await aPaidOrder();
  const idempotencyKey = newId();
  await refund({ paymentId, amountMinor: 1_000, idempotencyKey });
  const { errors } = await refund({ paymentId, amountMinor: 2_000, idempotencyKey });
  expect(errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('of many refunds at once, only so many get through as money was taken', async () => {
  const { order, paymentId } = await aPaidOrder();
  const answers = await Promise.all(Array.from({ length: 8 }, () => refund({ paymentId, amountMinor: 3_000 })));
  const codes = answers.map(({ data }) => data.refundPayment.userErrors[0]?.code);
  expect(codes.filter((code) => code === undefined)).toHaveLength(3);
  expect(codes.filter((code) => code === 'REFUND_EXCEEDS_CAPTURED')).toHaveLength(5);
  await eventually(async () => expect((await stateOf(paymentId)).refundedAmount.amountMinor).toBe(9_000));
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ refunded: 9_000 }]);
});

test('a refund whose answer is lost is made once', async () => {
  const { order, paymentId } = await aPaidOrder();
  await payments.stripe.break({ timeoutAfterCharge: 2, dropWebhooks: true });
  await refund({ paymentId, amountMinor: 2_500 });
  await eventually(async () => expect((await stateOf(paymentId)).status).toBe('PARTIALLY_REFUNDED'));
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ refunded: 2_500 }]);
});

test('a refund whose failure is repeated for ever is looked behind', async () => {
  const { order, paymentId } = await aPaidOrder();
  await payments.stripe.break({ failNext: { status: 500, times: 1, phase: 'after' }, dropWebhooks: true });
  await refund({ paymentId, amountMinor: 2_500 });
  await eventually(async () => expect((await stateOf(paymentId)).status).toBe('PARTIALLY_REFUNDED'));
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ refunded: 2_500 }]);
});

test('a refund that the provider refuses has failed, and its money can be asked back again', async () => {
  const { order, paymentId } = await aPaidOrder();
  await payments.stripe.break({ failNext: { status: 400, times: 1 } });
  await refund({ paymentId, amountMinor: 10_000 });
  await eventually(async () => expect((await stateOf(paymentId)).refunds).toMatchObject([{ status: 'FAILED' }]));
  await refund({ paymentId, amountMinor: 10_000 });
  await eventually(async () => expect((await stateOf(paymentId)).status).toBe('REFUNDED'));
  expect(await payments.stripe.ledgerOf(order.id)).toMatchObject([{ refunded: 10_000 }]);
});

test.each([
  ['INVALID_AMOUNT', 0],
  ['INVALID_AMOUNT', -1],
  ['REFUND_EXCEEDS_CAPTURED', 10_001],
  ['REFUND_EXCEEDS_CAPTURED', Number.MAX_SAFE_INTEGER],
])('a refund is refused with %s for an amount of %d, and nothing changes', async (code, amountMinor) => {
  const { paymentId } = await aPaidOrder();
  const { data } = await refund({ paymentId, amountMinor });
  expect(data.refundPayment).toMatchObject({ refund: null, userErrors: [{ code, path: ['input', 'amountMinor'] }] });
  expect(await stateOf(paymentId)).toMatchObject({ status: 'CAPTURED', refunds: [] });
});

test.each([1.5, 2 ** 53, '100', 'much'])('the amount %j is no amount', async (amountMinor) => {
  const { errors } = await refund({ paymentId: newId(), amountMinor });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('money that is held is not refunded', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  const { data } = await refund({ paymentId: await paymentIdOf(order), amountMinor: 1 });
  expect(data.refundPayment.userErrors).toMatchObject([{ code: 'INVALID_STATE_TRANSITION' }]);
});

test('a payment that is not there is not found', async () => {
  const { data } = await refund({ paymentId: newId() });
  expect(data.refundPayment.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test.each([
  ['a malformed id', { paymentId: 'pi_1' }],
  ['a short key', { paymentId: newId(), idempotencyKey: 'short' }],
  ['a reason that is too long', { paymentId: newId(), reason: 'x'.repeat(501) }],
])('%s is refused as input', async (_problem, input) => {
  const { errors } = await refund(input);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('only staff that may refund can: not whose order it is, not other staff, not anybody', async () => {
  const { order, paymentId } = await aPaidOrder();
  for (const [caller, code] of [
    [aCustomer(order.customerId), 'FORBIDDEN'],
    [aStaffMember(newId(), ['payments:read']), 'FORBIDDEN'],
    [anonymous, 'UNAUTHENTICATED'],
  ] as const) {
    const { errors } = await refund({ paymentId }, caller);
    expect(errors?.[0]?.extensions.code).toBe(code);
  }
  expect(await stateOf(paymentId)).toMatchObject({ refunds: [] });
});
