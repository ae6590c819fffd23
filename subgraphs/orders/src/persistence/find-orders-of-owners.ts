import { defineLoader, type Page } from '@souk/kit/graphql';
import type { OrdersContext } from '../context.js';
import { Order } from '../domain/order.js';
import { idAfter } from './find-orders.js';

/** One page of the orders of one person, who may have been a guest before: hence several ids. */
interface Wish {
  owners: readonly string[];
  after: string | null;
  size: number;
}

/** Pages of orders of several people, each newest first, in one statement. A key is a {@link Wish} in JSON. */
const pages = defineLoader(async (keys, { em }: OrdersContext) => {
  const wishes = keys.map((key) => ({ key, ...(JSON.parse(key) as Wish) }));
  const found = await em.execute<{ key: string; id: string }[]>(
    `select wish.key, page.id
     from jsonb_to_recordset(?::jsonb) as wish (key text, owners uuid[], after uuid, size int)
     cross join lateral (
       select id from orders
       where customer_id = any (wish.owners) and (wish.after is null or id < wish.after)
       order by id desc limit wish.size
     ) page`,
    [JSON.stringify(wishes)],
  );
  const orders = await em.find(Order, { id: { $in: found.map(({ id }) => id) } }, { orderBy: { id: 'desc' } });
  const idsByKey = Map.groupBy(found, ({ key }) => key);
  return new Map(keys.map((key) => [key, ordersAmong(orders, idsByKey.get(key) ?? [])]));
});

/** A page of somebody's orders, newest first. */
export async function findOrdersOf(context: OrdersContext, owners: readonly string[], page: Page): Promise<Order[]> {
  const wish: Wish = { owners, after: idAfter(page), size: page.limit };
  return (await pages(context).load(JSON.stringify(wish))) ?? [];
}

function ordersAmong(orders: readonly Order[], rows: readonly { id: string }[]): Order[] {
  const ids = new Set(rows.map(({ id }) => id));
  return orders.filter((order) => ids.has(order.id));
}
