import { expect, test } from '@jest/globals';
import { readConfig } from '@souk/kit/config';
import { notificationsConfig } from './config.js';

const environment = {
  NODE_ENV: 'test',
  PORT: '4008',
  DATABASE_URL: 'postgres://127.0.0.1/notifications',
  NATS_URL: 'nats://127.0.0.1',
  ASSERTION_PUBLIC_KEY: JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'x' }),
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'Souk <shop@souk.example>',
  STOREFRONT_URL: 'http://127.0.0.1:4000',
};
const read = (more: Record<string, string>) => readConfig(notificationsConfig, { ...environment, ...more });

test('staff need not get mail', () => {
  expect(read({}).STAFF_EMAIL).toBeUndefined();
  expect(read({ STAFF_EMAIL: 'staff@souk.example', MAIL_FROM: 'shop@souk.example' })).toMatchObject({
    STAFF_EMAIL: 'staff@souk.example',
    MAIL_FROM: 'shop@souk.example',
  });
});

test.each([
  ['SMTP_URL', 'http://127.0.0.1'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'Souk <shop@souk.example>\r\nBcc: x@example.com'],
  ['STOREFRONT_URL', 'javascript:alert(1)'],
  ['STAFF_EMAIL', 'nobody'],
])('%s may not be %j', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(new RegExp(`${name}: `));
});
