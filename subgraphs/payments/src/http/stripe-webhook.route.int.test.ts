import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually } from '@souk/kit/testing';
import { anEvent, anIntent, type PostOptions, postEvent } from '../../test/builders/stripe-post.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';
import { webhookSecret } from '../../test/start-test-stripe.js';

const nextSecret = 'whsec_fedcba9876543210';
let payments: TestPayments;

beforeAll(async () => {
  payments = await startTestPayments({ STRIPE_WEBHOOK_SECRET: [webhookSecret, nextSecret] });
}, 60_000);
afterAll(() => payments.stop());

async function keptEvents(id: string): Promise<{ outcome: string | null }[]> {
  return payments.rows('select outcome from payment_event where provider_event_id = ?', [id]);
}

const bad: [string, PostOptions][] = [
  ['signed with another secret', { secret: 'whsec_somebody_else_s' }],
  ['signed too long ago', { ageSeconds: 301 }],
  ['signed in the future', { ageSeconds: -330 }],
  ['without a signature', { signature: null }],
  ['with a signature that is none', { signature: 't=1,v1=nonsense' }],
  ['whose body was changed', { body: '{"id":"evt_forged","type":"payment_intent.succeeded"}' }],
  ['without a body', { body: '' }],
];

test.each(bad)('an event %s is refused in JSON, and not kept', async (_problem, options) => {
  const id = `evt_${newId()}`;
  const response = await postEvent(payments, anEvent(id, 'payment_intent.succeeded', anIntent({})), options);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
  });
  expect(await payments.rows(`select 1 from payment_event where provider_event_id in (?, 'evt_forged')`, [id])).toEqual(
    [],
  );
});

const succeeded = 'payment_intent.succeeded';

test.each([
  ['text', () => 'no'],
  ['a list', () => []],
  ['an event without an id', () => ({ type: succeeded, data: { object: anIntent({}) } })],
  ['an event without a type', (id: string) => ({ id, data: { object: anIntent({}) } })],
  ['an event about nothing', (id: string) => ({ id, type: succeeded })],
  ['a payment without an id', (id: string) => anEvent(id, succeeded, anIntent({ id: undefined }))],
  ['an amount in words', (id: string) => anEvent(id, succeeded, anIntent({ amount: '1' }))],
  ['a refund without an id', (id: string) => anEvent(id, 'refund.created', { amount: 1, payment_intent: 'pi_1' })],
  ['an event of another API of theirs', (id: string) => ({ id, object: 'v2.core.event', type: succeeded })],
  ['text that cannot be kept', (id: string) => anEvent(id, 'customer.created', { name: 'a\0' })],
])('%s is refused in JSON though it is signed, and nothing is kept', async (_what, payloadOf) => {
  const [before] = await payments.rows<{ kept: string }>('select count(*) as kept from payment_event');
  const response = await postEvent(payments, payloadOf(`evt_${newId()}`));
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [{ message: expect.stringContaining('form'), extensions: { code: 'BAD_REQUEST' } }],
  });
  expect(await payments.rows('select count(*) as kept from payment_event')).toEqual([before]);
});

test('an event of a kind that does not concern us is thanked for, whatever it is about', async () => {
  const id = `evt_${newId()}`;
  const response = await postEvent(payments, { id, type: 'customer.created' });
  expect([response.status, await response.json()]).toEqual([200, { received: true }]);
  expect(await keptEvents(id)).toHaveLength(1);
});

test('a body that is larger than any event is refused in JSON', async () => {
  const event = anEvent('evt_large', 'payment_intent.succeeded', { filling: 'x'.repeat(110_000) });
  const response = await postEvent(payments, event);
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  expect(await keptEvents('evt_large')).toEqual([]);
});

test.each([webhookSecret, nextSecret])(
  'an event is kept under either secret while one replaces the other',
  async (secret) => {
    const id = `evt_${newId()}`;
    const event = anEvent(id, 'payment_intent.succeeded', anIntent({}));
    expect((await postEvent(payments, event, { secret })).status).toBe(200);
    expect(await keptEvents(id)).toHaveLength(1);
  },
);

test('an event that is sent twice at once is kept once, and both are thanked for', async () => {
  const id = `evt_${newId()}`;
  const event = anEvent(id, 'payment_intent.succeeded', anIntent({}));
  const responses = await Promise.all([postEvent(payments, event), postEvent(payments, event)]);
  expect(responses.map(({ status }) => status)).toEqual([200, 200]);
  expect(await keptEvents(id)).toHaveLength(1);
});

test('an event about a payment that we do not know, or of a kind that does not concern us, is kept and has no effect', async () => {
  const [unknown, strange] = [`evt_${newId()}`, `evt_${newId()}`];
  await postEvent(payments, anEvent(unknown, 'payment_intent.succeeded', anIntent({ id: 'pi_unknown' })));
  await postEvent(payments, anEvent(strange, 'customer.created', { id: 'cus_1' }));
  await eventually(async () => {
    expect(await keptEvents(unknown)).toEqual([{ outcome: 'UNKNOWN_PAYMENT' }]);
    expect(await keptEvents(strange)).toEqual([{ outcome: 'OF_NO_CONCERN' }]);
  });
});

test('only a POST is welcome', async () => {
  const response = await fetch(`${payments.running.url}/webhooks/stripe`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});
