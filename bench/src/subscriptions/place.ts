import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startTestNats } from '@souk/kit/testing';
import { Companion } from '../router/processes/companion.js';
import { postJson } from '../router/processes/post-json.js';
import { type RunningProgram, startProgram } from '../router/processes/start-program.js';
import type { CrowdQuestion, Heard } from './crowd/crowd-question.js';
import { composeWatchedGraph } from './graph/watched-graph.js';
import type { ShopQuestion, ShopState } from './shop/shop-question.js';

/** Everything that takes part, each in a process of its own. */
export interface Place {
  shop: Companion<ShopQuestion, ShopState>;
  crowd: Companion<CrowdQuestion, Heard>;
  router: RunningProgram;
  natsUrl: string;
}

interface Grounds extends Omit<Place, 'router'> {
  folder: string;
}

/** Prepares the place, lets the work be done there, and leaves nothing behind, also when it is interrupted. */
export async function withPlace<Result>(sockets: number, work: (place: Place) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'souk-bench-'));
  const nats = await startTestNats();
  const shop = Companion.start<ShopQuestion, ShopState>('shop', new URL('shop/main.js', import.meta.url));
  const crowd = Companion.start<CrowdQuestion, Heard>('crowd', new URL('crowd/main.js', import.meta.url));
  // Without them the work fails soon, and all is cleared away as after any failure.
  const interrupt = () => [shop, crowd].forEach((companion) => void companion.stop());
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await withRouter({ shop, crowd, natsUrl: nats.url, folder }, sockets, work);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    interrupt();
    await rm(folder, { recursive: true });
    await nats.stop();
  }
}

async function withRouter<Result>(
  grounds: Grounds,
  sockets: number,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const { urls } = await grounds.shop.ask({ kind: 'state' });
  const supergraphFile = join(grounds.folder, 'supergraph.graphql');
  await writeFile(supergraphFile, composeWatchedGraph(urls));
  const port = await freePort();
  const router = await startProgram({
    name: 'router',
    launch: {
      args: [fileURLToPath(import.meta.resolve('@souk/router/main'))],
      environment: routerEnvironment({ port, sockets, natsUrl: grounds.natsUrl, supergraphFile }),
    },
    url: `http://127.0.0.1:${port}/graphql`,
    logFile: join(grounds.folder, 'router.log'),
    probe: (url) => postJson(url, JSON.stringify({ query: '{ carriers }' })),
  });
  try {
    return await work({ ...grounds, router });
  } finally {
    await router.stop();
  }
}

interface RouterWish {
  port: number;
  sockets: number;
  natsUrl: string;
  supergraphFile: string;
}

/** As it runs in production, except that all clients come from here without a token. */
function routerEnvironment({ port, sockets, natsUrl, supergraphFile }: RouterWish): Record<string, string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    PORT: String(port),
    NATS_URL: natsUrl,
    SUPERGRAPH_PATH: supergraphFile,
    RATE_LIMIT_FACTOR: '10000',
    CONNECTIONS_PER_ADDRESS: String(2 * sockets),
    SOCKETS_PER_ADDRESS: String(sockets),
    SUBSCRIPTIONS_PER_ADDRESS: String(2 * sockets),
    ASSERTION_PRIVATE_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
    JWKS_URL: 'http://127.0.0.1:1/.well-known/jwks.json',
    PAYMENTS_WEBHOOK_URL: 'http://127.0.0.1:1',
  };
}
