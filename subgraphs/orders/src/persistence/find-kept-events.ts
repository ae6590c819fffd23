import { IsolationLevel } from '@mikro-orm/core';
import { groupBy } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import type { EventOrigin } from '../domain/kept-event.js';
import { Order } from '../domain/order.js';
import type { OrderStatusChange } from '../domain/order-status-change.js';
import { findHistory } from './find-orders.js';

/** A row of `order_event`. */
export interface KeptEventRow {
  orderId: string;
  version: number;
  type: string;
  data: object;
  correlationId: string | null;
  origin: EventOrigin;
  recordedAt: string;
}

/** An order with its history and its kept events, all as they were at one moment. */
export interface OrderWithEvents {
  order: Order;
  history: OrderStatusChange[];
  events: KeptEventRow[];
}

const pageSize = 200;
const firstId = '00000000-0000-0000-0000-000000000000';

const keptEvents = `
select order_id as "orderId", version, type, data, correlation_id as "correlationId", origin, recorded_at as "recordedAt"
from order_event where order_id = any(array[?]::uuid[])
order by order_id, version, origin <> 'OUTBOX', recorded_at`;

/** Reads one order by its id or its number. Null when there is none. */
export async function findOrderWithEvents(
  em: EntityManager,
  which: { id: string } | { orderNumber: string },
): Promise<OrderWithEvents | null> {
  const [found] = await readTogether(em, (snapshot) => snapshot.find(Order, which));
  return found ?? null;
}

/** Goes through all orders, oldest first, page by page. */
export async function* allOrdersWithEvents(em: EntityManager): AsyncGenerator<OrderWithEvents[]> {
  let after = firstId;
  for (;;) {
    const where = { id: { $gt: after } };
    const page = await readTogether(em, (snapshot) =>
      snapshot.find(Order, where, { orderBy: { id: 'asc' }, limit: pageSize }),
    );
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.order.id;
  }
}

/** Reads rows and events in one snapshot: an order may change at any time. */
function readTogether(
  em: EntityManager,
  findOrders: (em: EntityManager) => Promise<Order[]>,
): Promise<OrderWithEvents[]> {
  return em.fork().transactional(
    async (snapshot) => {
      const orders = await findOrders(snapshot);
      const ids = orders.map(({ id }) => id);
      const history = groupBy(await findHistory(snapshot, ids), (change) => change.orderId);
      const events = groupBy(await snapshot.execute<KeptEventRow[]>(keptEvents, [ids]), (event) => event.orderId);
      return orders.map((order) => ({
        order,
        history: history.get(order.id) ?? [],
        events: events.get(order.id) ?? [],
      }));
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}
