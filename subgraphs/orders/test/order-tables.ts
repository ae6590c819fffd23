import { OutboxMessageSchema, OutboxSubscriber, type Publisher } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { createOrm, inTransaction } from '@souk/kit/persistence';
import { createTestDatabase } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { Order } from '../src/domain/order.js';
import { publishers } from '../src/events/publishers.js';
import { findOrderWithEvents } from '../src/persistence/find-kept-events.js';
import { schemas } from '../src/persistence/schemas.js';
import { type Replay, replayOrder } from '../src/use-cases/replay-order.js';

/** Orders' tables without the subgraph around them. */
export interface OrderTables {
  /** Saves a new order with all that its making recorded. */
  save(order: Order): Promise<void>;
  /** Changes an order in one transaction. */
  change(id: string, ...changes: ((order: Order) => void)[]): Promise<void>;
  replay(id: string): Promise<Replay>;
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Tables in a database of their own. */
export async function openOrderTables(): Promise<OrderTables> {
  const database = await createTestDatabase('orders', migrations);
  const tables = await connectOrderTables(database.url);
  const close = async () => {
    await tables.close();
    await database.drop();
  };
  return { ...tables, close };
}

/** @param publishing what becomes of recorded events, as `app.ts` says unless told otherwise. */
export async function connectOrderTables(
  databaseUrl: string,
  publishing: readonly Publisher[] = publishers,
): Promise<OrderTables> {
  const subscribers = [new OutboxSubscriber(publishing)];
  const logger = createLogger('orders', 'error');
  const orm = await createOrm({ databaseUrl, schemas: [...schemas, OutboxMessageSchema], subscribers, logger });
  return {
    save: (order) => inTransaction(orm.em, async (em) => void em.persist([order, ...order.takeHistory()])),
    change: (id, ...changes) =>
      inTransaction(orm.em, async (em) => {
        const order = await em.findOneOrFail(Order, { id });
        for (const change of changes) change(order);
        em.persist(order.takeHistory());
      }),
    replay: async (id) => {
      const found = await findOrderWithEvents(orm.em, { id });
      if (!found) throw new Error(`There is no order ${id}.`);
      return replayOrder(found);
    },
    query: (sql, parameters = []) => orm.em.fork().execute(sql, parameters),
    close: () => orm.close(),
  };
}
