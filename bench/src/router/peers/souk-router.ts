import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peer.js';
import { programAt } from './program-at.js';

/** The router as it runs in production, all its protections on. All who ask are anonymous, so nobody's keys are read. */
export const soukRouter: Peer = {
  name: 'router',
  title: 'this router',
  prepare: async ({ natsUrl, redisUrl, supergraphFile, operationsFile }, port) => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return {
      args: [fileURLToPath(import.meta.resolve('@souk/router/main'))],
      environment: {
        PORT: String(port),
        NATS_URL: natsUrl,
        REDIS_URL: redisUrl,
        SUPERGRAPH_PATH: supergraphFile,
        OPERATIONS_PATH: operationsFile,
        SAFELIST: 'enforce',
        ASSERTION_PRIVATE_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
        JWKS_URL: 'http://127.0.0.1:1/.well-known/jwks.json',
        PAYMENTS_WEBHOOK_URL: 'http://127.0.0.1:1',
        // Everything is counted and charged as for anybody; only that it is too much for one address is not said.
        COST_LIMIT: '2000',
        RATE_LIMIT_FACTOR: '10000',
      },
    };
  },
};

/** The same without what protects it, made of the router's modules: it has no switch for that. */
export const bareRouter: Peer = {
  name: 'bare',
  title: 'the same without protections',
  prepare: async ({ supergraphFile }, port) => ({
    args: [programAt('../bare/main.js'), String(port), supergraphFile],
  }),
};
