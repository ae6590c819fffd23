import { OutboxMessageSchema, OutboxSubscriber } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { createOrm, type EntityManager } from '@souk/kit/persistence';
import { createTestDatabase } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { publishers } from '../src/events/publishers.js';
import { schemas } from '../src/persistence/schemas.js';

export interface ManyConnections {
  /** An entity manager of any of the processes, in turn. */
  em(): EntityManager;
  stop(): Promise<void>;
}

/** One database, and the connections of some processes to it: ten transactions at once for each. */
export async function openManyConnections(processes = 4): Promise<ManyConnections> {
  const database = await createTestDatabase('inventory', migrations);
  const orms = await Promise.all(
    Array.from({ length: processes }, () =>
      createOrm({
        databaseUrl: database.url,
        schemas: [...schemas, OutboxMessageSchema],
        subscribers: [new OutboxSubscriber(publishers)],
        logger: createLogger('test', 'error'),
      }),
    ),
  );
  let turn = 0;
  return {
    em: () => {
      turn += 1;
      return orms[turn % processes]!.em.fork();
    },
    stop: async () => {
      await Promise.all(orms.map((orm) => orm.close()));
      await database.drop();
    },
  };
}
