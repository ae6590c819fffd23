import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from './eventually.js';
import { RunningEmulator } from './start-emulator.js';
import { verified, WebhookReceiver, webhookSecret } from './webhook-receiver.js';

let receiver: WebhookReceiver;
let emulator: RunningEmulator;
beforeEach(async () => {
  receiver = await WebhookReceiver.start();
  emulator = await RunningEmulator.start({ webhook: { url: receiver.url, secret: webhookSecret, retryMs: 20 } });
});
afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const paid = {
  amount: 1_000,
  currency: 'eur',
  confirm: true,
  payment_method: 'pm_card_visa',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;
const held = { ...paid, capture_method: 'manual' } as const;

test('posts what happened, signed over the raw body', async () => {
  const intent = await emulator.stripe.paymentIntents.create({ ...paid, metadata: { orderId: 'an-order' } });
  await eventually(() => receiver.posts.length === 2);
  expect(receiver.types()).toEqual(['payment_intent.created', 'payment_intent.succeeded']);
  expect(verified(receiver.posts[1]!)).toMatchObject({
    object: 'event',
    livemode: false,
    pending_webhooks: 1,
    data: { object: { id: intent.id, status: 'succeeded', metadata: { orderId: 'an-order' } } },
  });
});

test('names capture, refund and the letting go of held money', async () => {
  const { stripe } = emulator;
  const captured = await stripe.paymentIntents.create(held);
  await stripe.paymentIntents.capture(captured.id);
  await stripe.refunds.create({ payment_intent: captured.id, amount: 1 });
  const voided = await stripe.paymentIntents.create(held);
  await stripe.paymentIntents.cancel(voided.id);
  await eventually(() => receiver.posts.length === 9);
  expect(receiver.types().sort()).toEqual(
    [
      'payment_intent.created',
      'payment_intent.amount_capturable_updated',
      'payment_intent.succeeded',
      'refund.created',
      'charge.refunded',
      'payment_intent.created',
      'payment_intent.amount_capturable_updated',
      'charge.refunded',
      'payment_intent.canceled',
    ].sort(),
  );
});

test('posts an event again until it is accepted', async () => {
  receiver.status = 500;
  await emulator.stripe.paymentIntents.create({ amount: 1_000, currency: 'eur' });
  await eventually(() => receiver.posts.length >= 3);
  receiver.status = 200;
  const [event] = (await emulator.stripe.events.list()).data;
  await eventually(() => receiver.posts.length >= 4);
  expect(new Set(receiver.posts.map((post) => verified(post).id))).toEqual(new Set([event!.id]));
});

test('posts an accepted event once', async () => {
  await emulator.stripe.paymentIntents.create({ amount: 1_000, currency: 'eur' });
  await eventually(async () => (await emulator.stripe.events.list()).data[0]?.pending_webhooks === 0);
  await emulator.restart();
  await emulator.stripe.paymentIntents.create({ amount: 2_000, currency: 'eur' });
  await eventually(() => receiver.posts.length === 2);
  expect(verified(receiver.posts[1]!)).toMatchObject({ data: { object: { amount: 2_000 } } });
});

test('posts every event twice when duplicates are asked for', async () => {
  await emulator.ask('POST', '/faults', { duplicateWebhooks: true });
  await emulator.stripe.paymentIntents.create({ amount: 1_000, currency: 'eur' });
  await eventually(() => receiver.posts.length === 2);
  expect(verified(receiver.posts[0]!).id).toBe(verified(receiver.posts[1]!).id);
});

test('posts the last first when another order is asked for', async () => {
  await emulator.ask('POST', '/faults', { reorderWebhooks: true });
  await emulator.stripe.paymentIntents.create(paid);
  await eventually(() => receiver.posts.length === 2);
  expect(receiver.types()).toEqual(['payment_intent.succeeded', 'payment_intent.created']);
});

test('posts late when delay is asked for', async () => {
  await emulator.ask('POST', '/faults', { delayWebhooksMs: 300 });
  const before = Date.now();
  await emulator.stripe.paymentIntents.create({ amount: 1_000, currency: 'eur' });
  await eventually(() => receiver.posts.length === 1);
  expect(Date.now() - before).toBeGreaterThanOrEqual(290);
});

test('never posts what is dropped, and lists it all the same', async () => {
  await emulator.ask('POST', '/faults', { dropWebhooks: true });
  const lost = await emulator.stripe.paymentIntents.create({ amount: 1_000, currency: 'eur' });
  await emulator.ask('DELETE', '/faults');
  const sent = await emulator.stripe.paymentIntents.create({ amount: 2_000, currency: 'eur' });
  await eventually(() => receiver.posts.length === 1);
  expect(verified(receiver.posts[0]!)).toMatchObject({ data: { object: { id: sent.id } } });
  const events = (await emulator.stripe.events.list()).data;
  expect(events.map((event) => (event.data.object as { id: string }).id)).toEqual([sent.id, lost.id]);
});

test('signs with another secret when that is asked for', async () => {
  await emulator.ask('POST', '/faults', { invalidSignatures: true });
  await emulator.stripe.paymentIntents.create({ amount: 1_000, currency: 'eur' });
  const post = await eventually(() => receiver.posts[0]);
  expect(() => verified(post)).toThrow(/signature/i);
});

test('sends an old event once more on demand', async () => {
  await emulator.stripe.paymentIntents.create({ amount: 1_000, currency: 'eur' });
  const first = await eventually(() => receiver.posts[0]);
  const { id } = verified(first);
  expect(await emulator.ask('POST', `/events/${id}/resend`)).toEqual({ id });
  const second = await eventually(() => receiver.posts[1]);
  expect(verified(second).id).toBe(id);
});
