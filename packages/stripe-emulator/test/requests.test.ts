import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { intentStatuses } from '../src/payment-intents/payment-intent.js';
import { allowedStatuses } from '../src/payment-intents/require-status.js';
import { refusalOf } from './refusal-of.js';
import { RunningEmulator, secretKey } from './start-emulator.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await RunningEmulator.start();
});
afterAll(() => emulator.stop());

const authorization = `Bearer ${secretKey}`;
const form = 'application/x-www-form-urlencoded';

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${emulator.url}${path}`, { method: 'POST', body, headers: { authorization, ...headers } });
}

test('answers an unknown route with an error object, wherever it is', async () => {
  for (const path of ['/v1/customers', '/v2/core/events', '/']) {
    const answer = await fetch(`${emulator.url}${path}`, { headers: { authorization } });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  }
});

test('takes the key as the user name of Basic as well', async () => {
  const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` });
  const known = await fetch(`${emulator.url}/v1/events`, { headers: basic(secretKey) });
  const unknown = await fetch(`${emulator.url}/v1/events`, { headers: basic('sk_test_9999999999') });
  const nobody = await fetch(`${emulator.url}/v1/events`);
  expect([known.status, unknown.status, nobody.status]).toEqual([200, 401, 401]);
});

test('refuses a body that is not a form', async () => {
  const answer = await post('/v1/payment_intents', '{"amount":1}', { 'content-type': 'application/json' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test('refuses a body that is too large, as JSON', async () => {
  const answer = await post('/v1/payment_intents', `description=${'x'.repeat(200_000)}`, { 'content-type': form });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test('refuses JSON of its own routes that cannot be read', async () => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${emulator.url}/_emulator/faults`, { method: 'POST', body: '{', headers });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test('refuses an idempotency key that is too long', async () => {
  const refusal = await refusalOf(
    emulator.stripe.paymentIntents.create({ amount: 100, currency: 'eur' }, { idempotencyKey: 'k'.repeat(256) }),
  );
  expect(refusal).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' });
});

test.each([
  ['an amount of nine digits', 'amount=100000000&currency=usd', 'amount', 'amount_too_large'],
  ['an empty description', 'amount=100&currency=usd&description=', 'description', 'parameter_invalid_empty'],
  ['a currency in capitals', 'amount=100&currency=USD', 'currency', undefined],
  [
    'a card type it does not have',
    'amount=100&currency=usd&allowed_payment_method_types[0]=ideal',
    'allowed_payment_method_types[0]',
    undefined,
  ],
  [
    'an unknown inner parameter',
    'amount=100&currency=usd&automatic_payment_methods[enabled]=true&automatic_payment_methods[on]=true',
    'automatic_payment_methods[on]',
    'parameter_unknown',
  ],
  [
    'a return_url without confirmation',
    'amount=100&currency=usd&return_url=https://shop.example',
    'return_url',
    undefined,
  ],
  [
    'too much metadata',
    `amount=100&currency=usd&${Array.from({ length: 51 }, (_, key) => `metadata[k${key}]=1`).join('&')}`,
    'metadata',
    undefined,
  ],
])('names the parameter that is wrong: %s', async (_what, body, param, code) => {
  const answer = await post('/v1/payment_intents', body, { 'content-type': form });
  expect(answer.status).toBe(400);
  const { error } = (await answer.json()) as { error: Record<string, unknown> };
  expect(error.code).toBe(code);
  expect(error.param).toBe(param);
});

test('shows what an id stands for only where there is something to show', async () => {
  const params = { amount: 100, currency: 'eur', expand: ['latest_charge'] };
  expect((await emulator.stripe.paymentIntents.create(params)).latest_charge).toBeNull();
  const wrong = await refusalOf(emulator.stripe.paymentIntents.create({ ...params, expand: ['nothing'] }));
  expect(wrong).toMatchObject({ statusCode: 400, param: 'expand' });
  const { data } = await emulator.stripe.paymentIntents.list({ expand: ['data.latest_charge'] });
  expect(data).toHaveLength(1);
});

test('turns pages in both directions', async () => {
  const make = (amount: number) => emulator.stripe.paymentIntents.create({ amount, currency: 'eur' });
  const [oldest, middle, newest] = [await make(1), await make(2), await make(3)];
  const before = await emulator.stripe.paymentIntents.list({ ending_before: oldest.id, limit: 1 });
  expect(before.data.map(({ id }) => id)).toEqual([middle.id]);
  expect(before.has_more).toBe(true);
  const rest = await emulator.stripe.paymentIntents.list({ ending_before: middle.id });
  expect(rest.data.map(({ id }) => id)).toEqual([newest.id]);
  const lost = await refusalOf(emulator.stripe.paymentIntents.list({ starting_after: 'pi_nobody' }));
  expect(lost).toMatchObject({ code: 'resource_missing', param: 'starting_after' });
});

const byCard = {
  amount: 100,
  currency: 'eur',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;
const confirmed = { ...byCard, confirm: true, payment_method: 'pm_card_visa' };
const ways = {
  requires_payment_method: () => emulator.stripe.paymentIntents.create(byCard),
  requires_confirmation: () => emulator.stripe.paymentIntents.create({ ...byCard, payment_method: 'pm_card_visa' }),
  requires_action: () =>
    emulator.stripe.paymentIntents.create({ ...confirmed, payment_method: 'pm_card_authenticationRequired' }),
  requires_capture: () => emulator.stripe.paymentIntents.create({ ...confirmed, capture_method: 'manual' }),
  succeeded: () => emulator.stripe.paymentIntents.create(confirmed),
  canceled: async () => emulator.stripe.paymentIntents.cancel((await ways.requires_payment_method()).id),
};
const actions = {
  confirmed: (id: string) => emulator.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
  captured: (id: string) => emulator.stripe.paymentIntents.capture(id),
  canceled: (id: string) => emulator.stripe.paymentIntents.cancel(id),
  'given another amount': (id: string) => emulator.stripe.paymentIntents.update(id, { amount: 200 }),
};
const actionNames = Object.keys(actions) as (keyof typeof actions)[];
const cases = actionNames.flatMap((action) => intentStatuses.map((status) => ({ action, status })));

test.each(cases)('decides whether an intent that is $status may be $action', async ({ action, status }) => {
  const intent = await ways[status]();
  expect(intent.status).toBe(status);
  const allowed: readonly string[] = allowedStatuses[action];
  if (allowed.includes(status)) {
    await expect(actions[action](intent.id)).resolves.toMatchObject({ id: intent.id });
    return;
  }
  const refusal = await refusalOf(actions[action](intent.id));
  expect(refusal).toMatchObject({ code: 'payment_intent_unexpected_state', payment_intent: { id: intent.id, status } });
  expect((await emulator.stripe.paymentIntents.retrieve(intent.id)).status).toBe(status);
});

test('shows a charge by itself, and does not know others', async () => {
  const { latest_charge: id } = await ways.succeeded();
  expect(await emulator.stripe.charges.retrieve(String(id))).toMatchObject({ id, object: 'charge', amount: 100 });
  expect(await refusalOf(emulator.stripe.charges.retrieve('ch_nobody'))).toMatchObject({ statusCode: 404 });
  expect(await refusalOf(emulator.stripe.refunds.retrieve('re_nobody'))).toMatchObject({ statusCode: 404 });
  expect(await refusalOf(emulator.stripe.events.retrieve('evt_nobody'))).toMatchObject({ statusCode: 404 });
});

test('confirms nothing that has no payment method, and keeps nothing of such a request', async () => {
  const unpaid = await ways.requires_payment_method();
  const refusal = await refusalOf(emulator.stripe.paymentIntents.confirm(unpaid.id));
  expect(refusal).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
  const before = (await emulator.stripe.paymentIntents.list({ limit: 1 })).data;
  await refusalOf(emulator.stripe.paymentIntents.create({ ...byCard, confirm: true }));
  expect((await emulator.stripe.paymentIntents.list({ limit: 1 })).data).toEqual(before);
});
