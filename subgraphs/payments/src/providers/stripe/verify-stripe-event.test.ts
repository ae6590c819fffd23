import { expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { verifyStripeEvent } from './verify-stripe-event.js';

const secret = 'whsec_0123456789abcdef';
const other = 'whsec_fedcba9876543210';
const now = new Date('2026-01-02T03:04:05Z');
const seconds = now.getTime() / 1_000;
const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'payment_intent.succeeded' }, null, 2);

function signature(more: { timestamp?: number; secret?: string } = {}): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: seconds, ...more });
}

function verify(header: string, { body = payload, secrets = [secret] } = {}) {
  return verifyStripeEvent(Buffer.from(body), header, { secrets, now });
}

test('an event that Stripe signed just now is read', () => {
  expect(verify(signature())).toMatchObject({ id: 'evt_1' });
});

test('while a secret is being replaced, both are good', () => {
  expect(verify(signature({ secret: other }), { secrets: [secret, other] })).toMatchObject({ id: 'evt_1' });
  expect(verify(signature(), { secrets: [other, secret] })).toMatchObject({ id: 'evt_1' });
});

test.each([
  ['signed with another secret', signature({ secret: other })],
  ['signed more than five minutes ago', signature({ timestamp: seconds - 301 })],
  ['signed more than five minutes from now', signature({ timestamp: seconds + 301 })],
  ['without a signature', ''],
  ['with nonsense for a signature', 'nonsense'],
  ['with a timestamp alone', `t=${seconds}`],
  ['with a signature without a value', `t=${seconds},v1=`],
  ['with two signatures, one without a value', `t=${seconds},v1==x,v1=abc`],
])('an event %s is refused', (_problem, header) => {
  expect(verify(header)).toBeUndefined();
});

test('an event whose bytes were changed is refused, even where its meaning was not', () => {
  expect(verify(signature(), { body: JSON.stringify(JSON.parse(payload)) })).toBeUndefined();
});

test('a body that is not JSON is refused, even when it is signed', () => {
  const header = Stripe.webhooks.generateTestHeaderString({ payload: 'no', secret, timestamp: seconds });
  expect(verify(header, { body: 'no' })).toBeUndefined();
});
