import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { eventually } from './eventually.js';
import { SpawnedEmulator } from './spawned-emulator.js';
import { verified, WebhookReceiver, webhookSecret } from './webhook-receiver.js';

const held = {
  amount: 900,
  currency: 'eur',
  capture_method: 'manual',
  confirm: true,
  payment_method: 'pm_card_visa',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;

let stateDirectory: string;
beforeEach(() => {
  stateDirectory = mkdtempSync(join(tmpdir(), 'stripe-emulator-'));
});
afterEach(() => rmSync(stateDirectory, { recursive: true }));

test('keeps every answered request when it is killed', async () => {
  const first = await SpawnedEmulator.start(stateDirectory);
  const idempotencyKey = randomUUID();
  const intents: Stripe.PaymentIntent[] = [];
  for (let made = 0; made < 20; made += 1) {
    intents.push(await first.stripe.paymentIntents.create(held));
  }
  const captured = await first.stripe.paymentIntents.capture(intents[0]!.id, {}, { idempotencyKey });
  await first.end('SIGKILL');

  const second = await SpawnedEmulator.start(stateDirectory);
  const { data } = await second.stripe.paymentIntents.list({ limit: 100 });
  expect(data.map((intent) => intent.id).reverse()).toEqual(intents.map((intent) => intent.id));
  const replayed = await second.stripe.paymentIntents.capture(captured.id, {}, { idempotencyKey });
  expect(replayed).toMatchObject({ status: 'succeeded', amount_received: 900 });
  expect(replayed.lastResponse.headers['idempotent-replayed']).toBe('true');
  await second.end('SIGKILL');
});

test('goes on posting what its predecessor could not deliver', async () => {
  const receiver = await WebhookReceiver.start();
  receiver.status = 503;
  const variables = { WEBHOOK_URL: receiver.url, STRIPE_WEBHOOK_SECRET: webhookSecret, WEBHOOK_RETRY_MS: '50' };
  const first = await SpawnedEmulator.start(stateDirectory, { ...variables, LOG_LEVEL: 'info' });
  const intent = await first.stripe.paymentIntents.create({ amount: 100, currency: 'eur' });
  await eventually(() => receiver.posts.length > 0);
  await first.end('SIGKILL');

  receiver.status = 200;
  const before = receiver.posts.length;
  const second = await SpawnedEmulator.start(stateDirectory, variables);
  const post = await eventually(() => receiver.posts[before]);
  expect(verified(post)).toMatchObject({ type: 'payment_intent.created', data: { object: { id: intent.id } } });
  expect(await second.end('SIGTERM')).toBe(0);
  await receiver.stop();
});

test('ends with code 0 when it is asked to stop', async () => {
  const emulator = await SpawnedEmulator.start(stateDirectory);
  expect(await emulator.end('SIGTERM')).toBe(0);
});
