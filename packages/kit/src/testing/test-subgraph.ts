import type { SubgraphConfig } from '../config/index.js';
import type { Caller } from '../identity/index.js';
import { createLogger, type Logger } from '../observability/index.js';
import type { NamedMigration } from '../persistence/index.js';
import type { RunningSubgraph } from '../server/index.js';
import { createTestDatabase } from './databases.js';
import { startTestNats } from './nats-server.js';
import { createTestRouter, type GraphqlAnswer } from './test-router.js';

export interface TestSubgraph {
  running: RunningSubgraph;
  /** Sends an operation in the caller's name. */
  send(caller: Caller, query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>;
  /** What the router would send along in the caller's name. */
  assertionFor(caller: Caller): Promise<string>;
  stop(): Promise<void>;
}

/** Starts one subgraph with a database and a broker of its own, as its `app.ts` composes it. */
export async function startTestSubgraph(
  name: string,
  migrations: readonly NamedMigration[],
  start: (config: SubgraphConfig, logger: Logger) => Promise<RunningSubgraph>,
): Promise<TestSubgraph> {
  const [database, nats, router] = await Promise.all([
    createTestDatabase(name, migrations),
    startTestNats(),
    createTestRouter(name),
  ]);
  const config: SubgraphConfig = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    PORT: 0,
    DATABASE_URL: database.url,
    NATS_URL: nats.url,
    ASSERTION_PUBLIC_KEY: router.publicKey as SubgraphConfig['ASSERTION_PUBLIC_KEY'],
    SEED: 'none',
  };
  const running = await start(config, createLogger(name, config.LOG_LEVEL));
  return {
    running,
    send: (caller, query, variables) => router.send(running.url, caller, query, variables),
    assertionFor: router.assertionFor,
    stop: async () => {
      await running.stop();
      await nats.stop();
      await database.drop();
    },
  };
}
