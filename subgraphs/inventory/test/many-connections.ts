import { OutboxMessageSchema, OutboxSubscriber } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { createOrm, type EntityManager } from '@souk/kit/persistence';
import { createTestDatabase } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { publishers } from '../src/events/publishers.js';
import { schemas } from '../src/persistence/schemas.js';

export interface ManyConnections {
  /** Of the database, as the application's role. */
  databaseUrl: string;
  /** An entity manager of any of the processes, in turn. */
  em(): EntityManager;
  stop(): Promise<void>;
}

/** Ninety connections that are opened at once take some seconds on a slow machine; no test is about that. */
const connectWithinMs = 30_000;

/** One database, and the connections of some processes to it: ten transactions at once for each. */
export async function openManyConnections(processes = 4): Promise<ManyConnections> {
  const database = await createTestDatabase('inventory', migrations);
  const connections = await connectTo(database.url, processes);
  return {
    ...connections,
    stop: async () => {
      await connections.stop();
      await database.drop();
    },
  };
}

/** The connections of some processes to a database that is there. */
export async function connectTo(databaseUrl: string, processes: number): Promise<ManyConnections> {
  const orms = await Promise.all(
    Array.from({ length: processes }, () =>
      createOrm({
        databaseUrl,
        schemas: [...schemas, OutboxMessageSchema],
        subscribers: [new OutboxSubscriber(publishers)],
        logger: createLogger('test', 'error'),
        mayWaitMs: connectWithinMs,
      }),
    ),
  );
  let turn = 0;
  return {
    databaseUrl,
    em: () => {
      turn += 1;
      return orms[turn % processes]!.em.fork();
    },
    stop: async () => {
      await Promise.all(orms.map((orm) => orm.close()));
    },
  };
}
