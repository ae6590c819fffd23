import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { providers } from './providers.js';
import { refusalOf } from './refusal-of.js';

const price = { amount: 2_000, currency: 'usd' } as const;
const byCard = { ...price, automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;
const paid = { ...byCard, confirm: true, payment_method: 'pm_card_visa' };
const held = { ...paid, capture_method: 'manual' } as const;

describe.each(providers)('through the SDK, $name', ({ start }) => {
  let stripe: Stripe;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ stripe, stop } = await start());
  });
  afterAll(() => stop());

  const create = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({ ...byCard, ...params });

  test('creates an intent that waits for a payment method', async () => {
    const intent = await create({ metadata: { orderId: 'an-order' } });
    expect(intent).toMatchObject({
      object: 'payment_intent',
      amount: 2_000,
      amount_capturable: 0,
      amount_received: 0,
      currency: 'usd',
      status: 'requires_payment_method',
      metadata: { orderId: 'an-order' },
      latest_charge: null,
      last_payment_error: null,
      next_action: null,
      livemode: false,
    });
    expect(intent.id).toMatch(/^pi_/);
    expect(intent.client_secret).toContain(intent.id);
    expect(intent.created).toBeGreaterThan(1_700_000_000);
  });

  test('waits for confirmation when it is given a payment method', async () => {
    const intent = await create({ payment_method: 'pm_card_mastercard' });
    expect(intent.status).toBe('requires_confirmation');
    expect((await stripe.paymentIntents.confirm(intent.id)).status).toBe('succeeded');
  });

  test('takes the money at once when capture is automatic', async () => {
    const intent = await stripe.paymentIntents.create({ ...paid, expand: ['latest_charge'] });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 2_000, amount_capturable: 0 });
    expect(intent.latest_charge).toMatchObject({
      object: 'charge',
      captured: true,
      amount_captured: 2_000,
      paid: true,
    });
  });

  test('holds the money when capture is manual, and takes all of it later', async () => {
    const intent = await stripe.paymentIntents.create(held);
    expect(intent).toMatchObject({ status: 'requires_capture', amount_capturable: 2_000, amount_received: 0 });
    const captured = await stripe.paymentIntents.capture(intent.id);
    expect(captured).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 2_000 });
  });

  test('takes a part of what is held, and lets the rest go', async () => {
    const { id } = await stripe.paymentIntents.create(held);
    const captured = await stripe.paymentIntents.capture(id, { amount_to_capture: 500, expand: ['latest_charge'] });
    expect(captured).toMatchObject({ status: 'succeeded', amount: 2_000, amount_capturable: 0, amount_received: 500 });
    expect(captured.latest_charge).toMatchObject({ amount: 2_000, amount_captured: 500, captured: true });
  });

  test('takes no more than is held', async () => {
    const { id } = await stripe.paymentIntents.create(held);
    const refusal = await refusalOf(stripe.paymentIntents.capture(id, { amount_to_capture: 2_001 }));
    expect(refusal).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_capture');
  });

  test('takes money once only', async () => {
    const { id } = await stripe.paymentIntents.create(held);
    await stripe.paymentIntents.capture(id);
    const refusal = await refusalOf(stripe.paymentIntents.capture(id));
    expect(refusal).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
  });

  test('lets held money go when the intent is cancelled', async () => {
    const { id } = await stripe.paymentIntents.create(held);
    const cancelled = await stripe.paymentIntents.cancel(id, {
      cancellation_reason: 'requested_by_customer',
      expand: ['latest_charge'],
    });
    expect(cancelled).toMatchObject({ status: 'canceled', cancellation_reason: 'requested_by_customer' });
    expect(cancelled.latest_charge).toMatchObject({ captured: false, refunded: true, amount_captured: 0 });
  });

  test('cancels nothing that is paid, and confirms nothing that is cancelled', async () => {
    const { id } = await stripe.paymentIntents.create(paid);
    const tooLate = await refusalOf(stripe.paymentIntents.cancel(id));
    expect(tooLate).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
    const cancelled = await stripe.paymentIntents.cancel((await create()).id);
    const gone = await refusalOf(stripe.paymentIntents.confirm(cancelled.id, { payment_method: 'pm_card_visa' }));
    expect(gone).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
  });

  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
  ])('declines %s, and the intent remembers why', async (token, code, declineCode) => {
    const refusal = await refusalOf(stripe.paymentIntents.create({ ...held, payment_method: token }));
    expect(refusal).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: declineCode });
    const intent = await stripe.paymentIntents.retrieve(refusal.payment_intent!.id);
    expect(intent).toMatchObject({ status: 'requires_payment_method', payment_method: null, amount_capturable: 0 });
    expect(intent.last_payment_error).toMatchObject({ type: 'card_error', code, decline_code: declineCode });
    expect(intent.latest_charge).toBe(refusal.charge);
  });

  test('lets a declined intent be paid with another card', async () => {
    const refusal = await refusalOf(
      stripe.paymentIntents.create({ ...paid, payment_method: 'pm_card_visa_chargeDeclined' }),
    );
    const { id } = refusal.payment_intent!;
    const again = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_mastercard' });
    expect(again).toMatchObject({ status: 'succeeded', amount_received: 2_000, last_payment_error: null });
  });

  test('sends the cardholder to a page when the card demands it', async () => {
    const intent = await stripe.paymentIntents.create({
      ...price,
      capture_method: 'manual',
      confirm: true,
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'https://shop.example/back',
    });
    expect(intent).toMatchObject({ status: 'requires_action', amount_capturable: 0, latest_charge: null });
    expect(intent.next_action).toMatchObject({
      type: 'redirect_to_url',
      redirect_to_url: { return_url: 'https://shop.example/back' },
    });
    expect((await stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled');
  });

  test('gives money back in parts, never more than was taken', async () => {
    const { id } = await stripe.paymentIntents.create(paid);
    const first = await stripe.refunds.create({ payment_intent: id, amount: 500, metadata: { why: 'broken' } });
    expect(first).toMatchObject({ object: 'refund', amount: 500, status: 'succeeded', payment_intent: id });
    const tooMuch = await refusalOf(stripe.refunds.create({ payment_intent: id, amount: 1_501 }));
    expect(tooMuch).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error', param: 'amount' });
    const rest = await stripe.refunds.create({ payment_intent: id, reason: 'requested_by_customer' });
    expect(rest).toMatchObject({ amount: 1_500, reason: 'requested_by_customer' });
    const nothingLeft = await refusalOf(stripe.refunds.create({ payment_intent: id }));
    expect(nothingLeft).toMatchObject({ statusCode: 400, code: 'charge_already_refunded' });
    const { data } = await stripe.refunds.list({ payment_intent: id });
    expect(data.map((refund) => refund.amount)).toEqual([1_500, 500]);
    expect(await stripe.refunds.retrieve(first.id)).toMatchObject({ id: first.id, metadata: { why: 'broken' } });
    const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
    expect(intent.latest_charge).toMatchObject({ amount_refunded: 2_000, refunded: true });
  });

  test('gives nothing back that was not taken', async () => {
    const unpaid = await refusalOf(stripe.refunds.create({ payment_intent: (await create()).id }));
    expect(unpaid).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' });
    const { id } = await stripe.paymentIntents.create(held);
    const uncaptured = await refusalOf(stripe.refunds.create({ payment_intent: id, amount: 1 }));
    expect(uncaptured).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' });
    await stripe.paymentIntents.cancel(id);
  });

  test.each([
    ['no amount', { currency: 'usd' }, { code: 'parameter_missing', param: 'amount' }],
    ['an amount of nothing', { ...price, amount: 0 }, { param: 'amount' }],
    ['a negative amount', { ...price, amount: -1 }, { param: 'amount' }],
    ['a broken amount', { ...price, amount: 1.5 }, { code: 'parameter_invalid_integer', param: 'amount' }],
    ['an unknown currency', { ...price, currency: 'zzz' }, { param: 'currency' }],
    ['an unknown parameter', { ...price, price: 1 }, { code: 'parameter_unknown', param: 'price' }],
    ['a parameter of older days', { ...price, payment_method_types: ['card'] }, { code: 'parameter_unknown' }],
    [
      'an unknown card',
      { ...byCard, payment_method: 'pm_card_nobody' },
      { code: 'resource_missing', param: 'payment_method' },
    ],
  ])('refuses an intent with %s', async (_what, params, expected) => {
    const refusal = await refusalOf(stripe.paymentIntents.create(params as Stripe.PaymentIntentCreateParams));
    expect(refusal).toMatchObject({ type: 'StripeInvalidRequestError', ...expected });
  });

  test('demands a way back where a payment may redirect', async () => {
    const refusal = await refusalOf(
      stripe.paymentIntents.create({ ...price, confirm: true, payment_method: 'pm_card_visa' }),
    );
    expect(refusal).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' });
    expect(refusal.message).toContain('return_url');
  });

  test('does not know what does not exist', async () => {
    const refusal = await refusalOf(stripe.paymentIntents.retrieve('pi_nobody'));
    expect(refusal).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    const nowhere = await refusalOf(stripe.rawRequest('GET', '/v1/nowhere'));
    expect(nowhere).toMatchObject({ statusCode: 404, rawType: 'invalid_request_error' });
  });

  test('does not answer a stranger', async () => {
    const refusal = await refusalOf(stripe.paymentIntents.list({}, { apiKey: 'sk_test_stranger00' }));
    expect(refusal).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
  });

  test('changes metadata key by key', async () => {
    const { id } = await create({ metadata: { orderId: 'one', channel: 'web' } });
    const changed = await stripe.paymentIntents.update(id, { metadata: { channel: '', note: 'gift' } });
    expect(changed.metadata).toEqual({ orderId: 'one', note: 'gift' });
  });

  test('answers a repeated request with what it answered before', async () => {
    const idempotencyKey = randomUUID();
    const first = await stripe.paymentIntents.create(paid, { idempotencyKey });
    const second = await stripe.paymentIntents.create(paid, { idempotencyKey });
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  });

  test('repeats a decline as well', async () => {
    const idempotencyKey = randomUUID();
    const declined = { ...paid, payment_method: 'pm_card_visa_chargeDeclined' };
    const first = await refusalOf(stripe.paymentIntents.create(declined, { idempotencyKey }));
    const second = await refusalOf(stripe.paymentIntents.create(declined, { idempotencyKey }));
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
    expect(second.headers?.['idempotent-replayed']).toBe('true');
  });

  test('refuses a key that comes with another request', async () => {
    const idempotencyKey = randomUUID();
    await stripe.paymentIntents.create(byCard, { idempotencyKey });
    const refusal = await refusalOf(stripe.paymentIntents.create({ ...byCard, amount: 2_001 }, { idempotencyKey }));
    expect(refusal).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  test('does not hold a key against a request that was malformed', async () => {
    const idempotencyKey = randomUUID();
    await refusalOf(stripe.paymentIntents.create({ ...byCard, amount: 0 }, { idempotencyKey }));
    expect((await stripe.paymentIntents.create(byCard, { idempotencyKey })).amount).toBe(2_000);
  });

  test('tells what happened, as events', async () => {
    const { id } = await stripe.paymentIntents.create(held);
    await stripe.paymentIntents.capture(id);
    await stripe.refunds.create({ payment_intent: id });
    const types = ['payment_intent.created', 'payment_intent.amount_capturable_updated', 'payment_intent.succeeded'];
    const { data } = await stripe.events.list({ types, limit: 20 });
    const mine = data.filter((event) => (event.data.object as Stripe.PaymentIntent).id === id);
    expect(mine.map((event) => event.type).sort()).toEqual([...types].sort());
    expect(await stripe.events.retrieve(mine[0]!.id)).toMatchObject({ object: 'event', livemode: false });
  });
});
