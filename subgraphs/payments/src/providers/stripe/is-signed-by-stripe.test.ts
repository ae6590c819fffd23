import { expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { isSignedByStripe } from './is-signed-by-stripe.js';

const secret = 'whsec_0123456789abcdef';
const other = 'whsec_fedcba9876543210';
const now = new Date('2026-01-02T03:04:05Z');
const seconds = now.getTime() / 1_000;
const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'payment_intent.succeeded' }, null, 2);

function signature(more: { timestamp?: number; secret?: string } = {}): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: seconds, ...more });
}

function isSigned(header: string, { body = payload, secrets = [secret] } = {}) {
  return isSignedByStripe(Buffer.from(body), header, { secrets, now });
}

test('an event that Stripe signed just now is believed', () => {
  expect(isSigned(signature())).toBe(true);
});

test('while a secret is being replaced, both are good', () => {
  expect(isSigned(signature({ secret: other }), { secrets: [secret, other] })).toBe(true);
  expect(isSigned(signature(), { secrets: [other, secret] })).toBe(true);
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
  expect(isSigned(header)).toBe(false);
});

test('an event whose bytes were changed is refused, even where its meaning was not', () => {
  expect(isSigned(signature(), { body: JSON.stringify(JSON.parse(payload)) })).toBe(false);
});
