import { unevenLevels } from '@souk/bench/measure/count-imbalances';
import type { Books } from './books.js';
import type { Breach, Invariant } from './invariant.js';

const soldOtherThanShipped = `
with sold as (
  select variant_id, warehouse_id, -sum(quantity)::int as sold
  from stock_movement where kind = 'SOLD' group by variant_id, warehouse_id
), shipped as (
  select variant_id, warehouse_id, sum(quantity)::int as shipped
  from reservation_line join reservation on reservation.id = reservation_line.reservation_id
  where status = 'SHIPPED' group by variant_id, warehouse_id
)
select variant_id, warehouse_id, sold, shipped
from sold full join shipped using (variant_id, warehouse_id)
where coalesce(sold, 0) <> coalesce(shipped, 0)`;

/** A hold lasts fifteen minutes by the database's clock, whatever the process believes; the event says what was promised. */
const holdsOfAnotherLength = `
select aggregate_id as reservation_id, payload ->> 'expiresAt' as expires_at, created_at
from outbox where type = 'inventory.reservation.held.v1'
  and abs(extract(epoch from (payload ->> 'expiresAt')::timestamptz - created_at) - 900) > 15`;

interface ReservationRow {
  order_id: string;
  status: string;
  /** Quantities by variant. */
  units: Record<string, number> | null;
}

interface OrderRow {
  id: string;
  status: string;
  was_confirmed: boolean;
  lines: { variantId: string; quantity: number }[];
}

/** Stock: the shelf is the sum of its movements, promises are what orders hold, and nothing is promised twice. */
export const stockBalances: Invariant = {
  id: 'I1',
  holds: 'Stock levels are the sum of their movements and promise exactly what orders hold.',
  check: async ({ books }) => {
    const [levels, movements, uneven, sold, holds, orders] = await Promise.all([
      books.count('inventory', 'stock_level'),
      books.count('inventory', 'stock_movement'),
      books.rows('inventory', unevenLevels),
      books.rows('inventory', soldOtherThanShipped),
      books.rows('inventory', holdsOfAnotherLength),
      judgeOrders(books),
    ]);
    return {
      looked: { 'stock levels': levels, movements, orders: orders.looked },
      breaches: [
        ...uneven.map((row) => ({ sentence: `The stock of ${row['variant_id']} does not add up.`, evidence: row })),
        ...sold.map((row) => ({ sentence: `What was sold of ${row['variant_id']} is not what left.`, evidence: row })),
        ...holds.map((row) => ({
          sentence: `The hold ${row['reservation_id']} does not last 15 minutes.`,
          evidence: row,
        })),
        ...orders.breaches,
      ],
    };
  },
};

/** What orders say against what inventory holds for them: two databases that must agree once all is quiet. */
async function judgeOrders(books: Books): Promise<{ looked: number; breaches: Breach[] }> {
  const orders = await books.rows<OrderRow>(
    'orders',
    `select id, status, lines, exists (
       select from order_status_history where order_id = id and to_status = 'CONFIRMED'
     ) as was_confirmed from orders`,
  );
  const reservations = await books.rows<ReservationRow>(
    'inventory',
    `select order_id, status, (
       select json_object_agg(variant_id, quantity) from (
         select variant_id, sum(quantity)::int as quantity from reservation_line
         where reservation_id = id group by variant_id
       ) line
     ) as units from reservation`,
  );
  const byOrder = new Map(reservations.map((reservation) => [reservation.order_id, reservation]));
  const breaches = orders.flatMap((order) => judgeOrder(order, byOrder.get(order.id)));
  return { looked: orders.length, breaches };
}

function judgeOrder(order: OrderRow, reservation: ReservationRow | undefined): Breach[] {
  const status = reservation?.status;
  const evidence = { order, reservation: reservation ?? null };
  if (order.status === 'CANCELLED') {
    const isHeld = status === 'HELD' || status === 'CONFIRMED';
    return isHeld ? [{ sentence: `Cancelled order ${order.id} still holds stock.`, evidence }] : [];
  }
  if (!order.was_confirmed) return [];
  const isKept = status === 'CONFIRMED' || status === 'SHIPPED';
  if (!isKept) return [{ sentence: `Confirmed order ${order.id} has no stock: ${status ?? 'nothing'}.`, evidence }];
  if (!holdsExactly(order, reservation?.units ?? {}))
    return [{ sentence: `Order ${order.id} holds other stock than it sold.`, evidence }];
  const hasLeft = ['SHIPPED', 'DELIVERED', 'COMPLETED'].includes(order.status);
  return hasLeft && status !== 'SHIPPED' ? [{ sentence: `Order ${order.id} left without its stock.`, evidence }] : [];
}

function holdsExactly({ lines }: OrderRow, units: Record<string, number>): boolean {
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of lines) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  return wanted.size === Object.keys(units).length && [...wanted].every(([id, quantity]) => units[id] === quantity);
}
