import { expect, test } from '@jest/globals';
import { readConfig, subgraphConfig } from './index.js';

const key = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'x' });
const environment = {
  NODE_ENV: 'test',
  PORT: '4001',
  DATABASE_URL: 'postgres://127.0.0.1/orders',
  NATS_URL: 'nats://127.0.0.1',
  ASSERTION_PUBLIC_KEY: key,
};

test('the environment is read once, with defaults for what is harmless', () => {
  expect(readConfig(subgraphConfig, environment)).toMatchObject({
    PORT: 4001,
    HOST: '127.0.0.1',
    SEED: 'none',
    LOG_LEVEL: 'info',
  });
});

test('every variable at fault is named, all at once', () => {
  const broken = { ...environment, PORT: 'many', ASSERTION_PUBLIC_KEY: '{}', DATABASE_URL: undefined };
  const message = /PORT: [\s\S]*DATABASE_URL: [\s\S]*ASSERTION_PUBLIC_KEY: not an Ed25519 JSON Web Key/;
  expect(() => readConfig(subgraphConfig, broken)).toThrow(message);
});
