import { expect, test } from '@jest/globals';
import { readConfig } from './config.js';

const environment = { PORT: '4242', STATE_DIR: '/somewhere', STRIPE_SECRET_KEY: 'sk_test_0123456789' };

test('needs a port, a folder and a key, and listens on this machine only', () => {
  expect(readConfig(environment)).toMatchObject({ host: '127.0.0.1', port: 4242, webhook: undefined });
});

test('refuses to start in production', () => {
  expect(() => readConfig({ ...environment, NODE_ENV: 'production' })).toThrow(/NODE_ENV: is production/);
});

test.each(['sk_live_0123456789', 'rk_test_0123456789', ''])('refuses a key that is no test key: %j', (key) => {
  expect(() => readConfig({ ...environment, STRIPE_SECRET_KEY: key })).toThrow(/STRIPE_SECRET_KEY: must be a test key/);
});

test('posts webhooks only when it can sign them', () => {
  const url = 'http://127.0.0.1:4000/webhooks/stripe';
  expect(() => readConfig({ ...environment, WEBHOOK_URL: url })).toThrow(/STRIPE_WEBHOOK_SECRET/);
  const secret = 'whsec_0123456789abcdef';
  expect(readConfig({ ...environment, WEBHOOK_URL: url, STRIPE_WEBHOOK_SECRET: secret }).webhook).toEqual({
    url,
    secret,
    retryMs: 1_000,
  });
});

test('names everything that is wrong at once', () => {
  expect(() => readConfig({ PORT: 'high' })).toThrow(/PORT.*\n.*STATE_DIR.*\n.*STRIPE_SECRET_KEY/);
});
