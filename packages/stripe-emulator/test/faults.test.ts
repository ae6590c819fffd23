import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { refusalOf } from './refusal-of.js';
import { RunningEmulator } from './start-emulator.js';

let emulator: RunningEmulator;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-02T10:00:00Z');
  emulator = await RunningEmulator.start({}, () => now);
});
afterEach(() => emulator.stop());

const held = {
  amount: 700,
  currency: 'eur',
  capture_method: 'manual',
  confirm: true,
  payment_method: 'pm_card_visa',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;
const create = (idempotencyKey = randomUUID()) => emulator.stripe.paymentIntents.create(held, { idempotencyKey });
const intents = async () => (await emulator.stripe.paymentIntents.list()).data;

test('fails the next requests before anything happens', async () => {
  await emulator.ask('POST', '/faults', { failNext: { status: 503, times: 2 } });
  expect(await refusalOf(create())).toMatchObject({ statusCode: 503, rawType: 'api_error' });
  expect(await refusalOf(create())).toMatchObject({ statusCode: 503 });
  expect(await intents()).toEqual([]);
  expect((await create()).status).toBe('requires_capture');
});

test('fails after it has happened, and remembers the failure as the answer to that key', async () => {
  const key = randomUUID();
  await emulator.ask('POST', '/faults', { failNext: { status: 500, times: 1, phase: 'after' } });
  expect(await refusalOf(create(key))).toMatchObject({ statusCode: 500 });
  expect(await intents()).toMatchObject([{ status: 'requires_capture' }]);
  expect(await refusalOf(create(key))).toMatchObject({ statusCode: 500 });
  expect(await intents()).toHaveLength(1);
});

test('cuts the connection after the money is held, and tells the outcome to who asks again', async () => {
  const key = randomUUID();
  await emulator.ask('POST', '/faults', { timeoutAfterCharge: 2 });
  expect((await refusalOf(create(key))).type).toBe('StripeConnectionError');
  const [intent] = await intents();
  expect(intent?.status).toBe('requires_capture');
  const replayed = await create(key);
  expect(replayed.id).toBe(intent?.id);
  expect(replayed.lastResponse.headers['idempotent-replayed']).toBe('true');
});

test('refuses a second request with a key that is still being worked on', async () => {
  const key = randomUUID();
  await emulator.ask('POST', '/faults', { latencyMs: 400 });
  const [one, two] = await Promise.allSettled([create(key), create(key)]);
  const refused = [one, two].find((result) => result.status === 'rejected');
  expect(refused).toMatchObject({ reason: { statusCode: 409, code: 'idempotency_key_in_use' } });
  await emulator.ask('DELETE', '/faults');
  expect(await intents()).toHaveLength(1);
});

test('answers late when latency is asked for', async () => {
  await emulator.ask('POST', '/faults', { latencyMs: 200 });
  const before = performance.now();
  await create();
  expect(performance.now() - before).toBeGreaterThanOrEqual(190);
});

test('forgets a key after a day, or sooner when that is asked for', async () => {
  const key = randomUUID();
  const first = await create(key);
  now = new Date(now.getTime() + 23 * 3_600_000);
  expect((await create(key)).id).toBe(first.id);
  now = new Date(now.getTime() + 2 * 3_600_000);
  const second = await create(key);
  expect(second.id).not.toBe(first.id);
  await emulator.ask('POST', '/faults', { idempotencyKeyTtlMs: 0 });
  expect((await create(key)).id).not.toBe(second.id);
});

test('goes back to honesty when the faults are reset', async () => {
  await emulator.ask('POST', '/faults', { failNext: { status: 500, times: 99 }, latencyMs: 10_000 });
  expect(await emulator.ask('DELETE', '/faults')).toMatchObject({ failNext: { times: 0 }, latencyMs: 0 });
  expect((await create()).status).toBe('requires_capture');
});

test.each([{ explode: true }, { failNext: { status: 200 } }, { latencyMs: -1 }])(
  'refuses switches it does not have: %j',
  async (switches) => {
    expect(await emulator.ask('POST', '/faults', switches)).toMatchObject({ error: { type: 'invalid_request_error' } });
  },
);

test('keeps a ledger of what was held, taken, let go and given back', async () => {
  const { stripe } = emulator;
  const partly = await create();
  await stripe.paymentIntents.capture(partly.id, { amount_to_capture: 500, metadata: { orderId: 'an-order' } });
  await stripe.refunds.create({ payment_intent: partly.id, amount: 200 });
  const voided = await create();
  await stripe.paymentIntents.cancel(voided.id);
  await refusalOf(
    stripe.paymentIntents.create({
      ...held,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      payment_method: 'pm_card_visa_chargeDeclined',
    }),
  );
  expect(await emulator.ask('GET', '/ledger')).toMatchObject({
    intents: [
      {
        paymentIntent: partly.id,
        status: 'succeeded',
        metadata: { orderId: 'an-order' },
        authorized: 700,
        captured: 500,
        released: 200,
        refunded: 200,
      },
      { paymentIntent: voided.id, status: 'canceled', authorized: 700, captured: 0, released: 700, refunded: 0 },
      { status: 'requires_payment_method', declines: 1, authorized: 0 },
    ],
    totals: { eur: { authorized: 1_400, captured: 500, released: 900, refunded: 200 } },
  });
});

test('is well', async () => {
  const answers = await Promise.all(['live', 'ready'].map((kind) => fetch(`${emulator.url}/health/${kind}`)));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
});
