import type { AnyEntity, EntityClass, EntitySchema, EventSubscriber } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from '../observability/index.js';
import { PooledClient } from './pooled-client.js';

export type { EntityManager } from '@mikro-orm/postgresql';
export type Orm = MikroORM;
// biome-ignore lint/suspicious/noExplicitAny: the mapper types a schema by its class and properties, which differ here
export type AnySchema = EntitySchema<any, any> | EntityClass<AnyEntity>;

export interface OrmOptions {
  databaseUrl: string;
  schemas: AnySchema[];
  subscribers: EventSubscriber[];
  logger: Logger;
  /** How long work may wait for a connection, in ms; two seconds when nothing is said. */
  mayWaitMs?: number;
}

/** Connects to PostgreSQL: at most ten connections, two seconds to get one, ten idle seconds inside a transaction. */
export function createOrm(options: OrmOptions): Promise<Orm> {
  const { databaseUrl, schemas, subscribers, logger, mayWaitMs = 2_000 } = options;
  return MikroORM.init({
    clientUrl: databaseUrl,
    entities: schemas,
    subscribers,
    discovery: { warnWhenNoEntities: false },
    pool: { min: 1, max: 10, idleTimeoutMillis: 5_000 },
    driverOptions: {
      Client: PooledClient,
      connectionTimeoutMillis: mayWaitMs,
      keepAlive: true,
      options: '-c idle_in_transaction_session_timeout=10s -c statement_timeout=30s -c timezone=UTC',
    },
    logger: (message) => logger.warn(message),
    forceUtcTimezone: true,
    ensureDatabase: false,
  });
}
