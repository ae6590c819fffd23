import type { EntityManager } from '@souk/kit/persistence';

export interface KnownOrder {
  orderId: string;
  orderNumber: string;
  customerId: string;
}

/** Remembers whose order it is, also for what was written for its customer before anybody knew. */
export async function rememberOrder(
  em: EntityManager,
  { orderId, orderNumber, customerId }: KnownOrder,
): Promise<void> {
  await em.execute(
    `insert into known_order (order_id, customer_id, order_number) values (?, ?, ?)
     on conflict (order_id) do update set customer_id = excluded.customer_id, order_number = excluded.order_number`,
    [orderId, customerId, orderNumber],
  );
  await em.execute('update notification set customer_id = ? where order_id = ? and customer_id is null', [
    customerId,
    orderId,
  ]);
}

/**
 * Whose order it is; null when its first event has not arrived yet. Locks the order's row until the commit, so that
 * {@link rememberOrder} in another transaction finds what is written for it in this one.
 */
export async function lockCustomerOf(em: EntityManager, orderId: string): Promise<string | null> {
  const [row] = await em.execute<{ customer_id: string | null }[]>(
    `insert into known_order (order_id) values (?)
     on conflict (order_id) do update set order_id = excluded.order_id returning customer_id`,
    [orderId],
  );
  return row?.customer_id ?? null;
}
