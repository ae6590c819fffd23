import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startTestNats } from '@souk/kit/testing';
import { Companion } from '../router/processes/companion.js';
import { postJson } from '../router/processes/post-json.js';
import { serveJson } from '../router/processes/serve-json.js';
import { startProgram } from '../router/processes/start-program.js';
import { composeWatchedGraph } from '../subscriptions/graph/watched-graph.js';
import type { ShopQuestion, ShopState } from '../subscriptions/shop/shop-question.js';

/** The router as it runs in production, and the keys that it believes. */
export interface Place {
  url: string;
  keys: TokenKeys;
}

export interface TokenKeys {
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** What everybody else asks all the time. */
export const plainQuery = JSON.stringify({ query: '{ carriers }' });

/** Prepares the place, lets the work be done there, and leaves nothing behind, also when it is interrupted. */
export async function withPlace<Result>(work: (place: Place) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'souk-bench-'));
  const nats = await startTestNats();
  const shop = Companion.start<ShopQuestion, ShopState>(
    'shop',
    new URL('../subscriptions/shop/main.js', import.meta.url),
  );
  const interrupt = () => shop.stop();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const { urls } = await shop.ask({ kind: 'state' });
    const supergraphFile = join(folder, 'supergraph.graphql');
    await writeFile(supergraphFile, composeWatchedGraph(urls));
    return await withRouter({ folder, supergraphFile, natsUrl: nats.url }, work);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    interrupt();
    await rm(folder, { recursive: true });
    await nats.stop();
  }
}

interface Grounds {
  folder: string;
  supergraphFile: string;
  natsUrl: string;
}

async function withRouter<Result>(
  { folder, supergraphFile, natsUrl }: Grounds,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const keys = generateKeyPairSync('ed25519');
  const published = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'EdDSA', use: 'sig' };
  const keyServer = await serveJson(() => JSON.stringify({ keys: [published] }));
  const port = await freePort();
  const router = await startProgram({
    name: 'router',
    launch: {
      args: [fileURLToPath(import.meta.resolve('@souk/router/main'))],
      environment: {
        PORT: String(port),
        NATS_URL: natsUrl,
        SUPERGRAPH_PATH: supergraphFile,
        // Everything is refused for what it is, and not because it all comes from one address.
        RATE_LIMIT_FACTOR: '10000',
        ASSERTION_PRIVATE_KEY: JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
        JWKS_URL: `http://127.0.0.1:${keyServer.port}/.well-known/jwks.json`,
        PAYMENTS_WEBHOOK_URL: 'http://127.0.0.1:1',
      },
    },
    url: `http://127.0.0.1:${port}/graphql`,
    logFile: join(folder, 'router.log'),
    probe: (url) => postJson(url, plainQuery),
  });
  try {
    return await work({ url: router.url, keys });
  } finally {
    await router.stop();
    keyServer.stop();
  }
}
