import { connectNats, OutboxMessageSchema, OutboxSubscriber } from '../src/messaging/index.js';
import { createLogger } from '../src/observability/index.js';
import { createOrm, type Orm } from '../src/persistence/index.js';
import { createTestDatabase, startTestNats, type TestDatabase } from '../src/testing/index.js';
import { Counter, CounterSchema, countedV1, migrations } from './counter.js';

export interface TestRoom {
  orm: Orm;
  database: TestDatabase;
  natsUrl: string;
  connect(): ReturnType<typeof connectNats>;
  /** Kills the broker and starts it again. */
  restartNats(): Promise<void>;
  stop(): Promise<void>;
}

export const logger = createLogger('test', 'silent');

/** A database and a broker of its own, with the counter's tables. */
export async function startTestRoom(): Promise<TestRoom> {
  const [database, nats] = await Promise.all([createTestDatabase('counters', migrations), startTestNats()]);
  const publish = ({ count }: { count: number }, counter: Counter) => [countedV1({ counterId: counter.id, count })];
  const orm = await createOrm({
    databaseUrl: database.url,
    schemas: [CounterSchema, OutboxMessageSchema],
    subscribers: [new OutboxSubscriber([[Counter, publish]])],
    logger,
  });
  return {
    orm,
    database,
    natsUrl: nats.url,
    connect: () => connectNats(nats.url, 'test', logger),
    restartNats: () => nats.restart(),
    stop: async () => {
      await orm.close();
      await nats.stop();
      await database.drop();
    },
  };
}
