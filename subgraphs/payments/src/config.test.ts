import { expect, test } from '@jest/globals';
import { readPaymentsConfig } from './config.js';

const complete = {
  NODE_ENV: 'test',
  PORT: '0',
  DATABASE_URL: 'postgres://127.0.0.1/payments',
  NATS_URL: 'nats://127.0.0.1:4222',
  ASSERTION_PUBLIC_KEY: '{"kty":"OKP","crv":"Ed25519","x":"x"}',
  STRIPE_SECRET_KEY: 'sk_test_0123456789',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
};

function read(more: Record<string, string> = {}) {
  return readPaymentsConfig({ ...complete, ...more });
}

test('without another address, Stripe itself is asked', () => {
  expect(read().STRIPE_API_URL).toBeUndefined();
});

test('two webhook secrets may be given at once', () => {
  const STRIPE_WEBHOOK_SECRET = 'whsec_0123456789abcdef, whsec_fedcba9876543210';
  expect(read({ STRIPE_WEBHOOK_SECRET }).STRIPE_WEBHOOK_SECRET).toEqual([
    'whsec_0123456789abcdef',
    'whsec_fedcba9876543210',
  ]);
});

test('a missing key and an empty secret are named together', () => {
  expect(() => read({ STRIPE_SECRET_KEY: 'pk_test_0123456789', STRIPE_WEBHOOK_SECRET: '' })).toThrow(
    /STRIPE_SECRET_KEY.*\n.*STRIPE_WEBHOOK_SECRET/,
  );
});
