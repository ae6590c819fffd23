import { expect, test } from '@jest/globals';
import { readConfig } from '@souk/kit/config';
import { routerConfig } from './config.js';

const environment = {
  NODE_ENV: 'test',
  NATS_URL: 'nats://127.0.0.1:4222',
  JWKS_URL: 'http://127.0.0.1:4001/.well-known/jwks.json',
  PAYMENTS_WEBHOOK_URL: 'http://127.0.0.1:4002',
  ASSERTION_PRIVATE_KEY: '{"kty":"OKP","crv":"Ed25519","x":"x","d":"d"}',
};

test('what is harmless has a default', () => {
  expect(readConfig(routerConfig, environment)).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 4000,
    SUBGRAPH_URLS: {},
    SUBGRAPH_TIMEOUT_MS: 5_000,
    CORS_ORIGINS: [],
  });
});

test('lists and tables are read from text', () => {
  const lists = {
    SUBGRAPH_URLS: '{"cart":"http://127.0.0.1:1/graphql"}',
    CORS_ORIGINS: ' https://a.example ,,https://b.example',
  };
  expect(readConfig(routerConfig, { ...environment, ...lists })).toMatchObject({
    SUBGRAPH_URLS: { cart: 'http://127.0.0.1:1/graphql' },
    CORS_ORIGINS: ['https://a.example', 'https://b.example'],
  });
});

test('every variable at fault is named at once', () => {
  const faults = {
    NATS_URL: '',
    SUBGRAPH_URLS: '{"cart":"nowhere"}',
    ASSERTION_PRIVATE_KEY: '{"kty":"OKP","crv":"Ed25519","x":"x"}',
  };
  expect(() => readConfig(routerConfig, { ...environment, ...faults })).toThrow(
    /NATS_URL[\s\S]*SUBGRAPH_URLS: not a JSON object of names and URLs[\s\S]*ASSERTION_PRIVATE_KEY: not a private key/,
  );
});
