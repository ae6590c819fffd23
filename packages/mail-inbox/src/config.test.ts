import { expect, test } from '@jest/globals';
import { readConfig } from './config.js';

test('listens on this machine only', () => {
  const config = readConfig({ PORT: '4244', SMTP_PORT: '4245', STATE_DIR: '/somewhere' });
  expect(config).toMatchObject({ host: '127.0.0.1', port: 4244, smtpPort: 4245 });
});

test('keeps a thousand messages, or as many as it is told', () => {
  const needed = { PORT: '1', SMTP_PORT: '2', STATE_DIR: '/s' };
  expect(readConfig(needed).keptMessages).toBe(1_000);
  expect(readConfig({ ...needed, KEEP_MESSAGES: '20000' }).keptMessages).toBe(20_000);
  expect(() => readConfig({ ...needed, KEEP_MESSAGES: '0' })).toThrow(/KEEP_MESSAGES/);
});

test('refuses to start in production', () => {
  expect(() => readConfig({ NODE_ENV: 'production', PORT: '1', SMTP_PORT: '2', STATE_DIR: '/s' })).toThrow(/NODE_ENV/);
});

test('names everything that is wrong at once', () => {
  expect(() => readConfig({ PORT: 'high' })).toThrow(/PORT.*\n.*SMTP_PORT.*\n.*STATE_DIR/);
});
