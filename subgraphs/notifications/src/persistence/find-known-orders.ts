import { defineLoader, indexBy } from '@souk/kit/graphql';
import type { NotificationsContext } from '../context.js';

/** What people call orders by. */
export const orderNumberById = defineLoader(async (ids, { em }: NotificationsContext) => {
  const rows = await em.execute<{ order_id: string; order_number: string }[]>(
    `select order_id, order_number from known_order
     where order_id in (select jsonb_array_elements_text(?::jsonb)::uuid) and order_number is not null`,
    [JSON.stringify(ids)],
  );
  return indexBy(rows, (row) => row.order_id);
});
