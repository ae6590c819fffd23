import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peer.js';

/** The router as it runs in production. All who ask are anonymous, so nobody's keys are read. */
export const soukRouter: Peer = {
  name: 'router',
  title: 'this router',
  prepare: async ({ natsUrl, supergraphFile }, port) => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return {
      args: [fileURLToPath(import.meta.resolve('@souk/router/main'))],
      environment: {
        PORT: String(port),
        NATS_URL: natsUrl,
        SUPERGRAPH_PATH: supergraphFile,
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
