import { expect, test } from '@jest/globals';
import { readConfig } from './config.js';

const environment = { PORT: '4243', STATE_DIR: '/somewhere', CARRIER_API_KEY: 'carrier-key-0123456789' };

test('listens on this machine only, and moves parcels every three seconds', () => {
  expect(readConfig(environment)).toMatchObject({ host: '127.0.0.1', port: 4243, stepSeconds: 3 });
});

test('refuses to start in production', () => {
  expect(() => readConfig({ ...environment, NODE_ENV: 'production' })).toThrow(/NODE_ENV: is production/);
});

test('names everything that is wrong at once', () => {
  const wrong = { PORT: 'high', CARRIER_STEP_SECONDS: '0', CARRIER_API_KEY: 'short' };
  expect(() => readConfig(wrong)).toThrow(/PORT.*\n.*STATE_DIR.*\n.*CARRIER_API_KEY.*\n.*CARRIER_STEP_SECONDS/);
});
