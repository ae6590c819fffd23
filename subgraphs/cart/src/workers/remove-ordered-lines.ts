import type { Worker } from '@souk/kit/server';
import { OrderRemoval } from '../domain/order-removal.js';
import type { CartStore } from '../use-cases/cart-store.js';
import type { CartWork } from '../use-cases/cart-work.js';
import { removeOrderedLines } from '../use-cases/remove-ordered-lines.js';

const batchSize = 20;

/**
 * Takes what was ordered out of the carts. Done is what the durable copy has: what was applied but not copied in time is
 * applied again, which changes nothing unless the store had lost it.
 */
export function removeOrderedLinesOf(carts: CartStore): Worker {
  return {
    name: 'remove-ordered-lines',
    everyMs: 1_000,
    wakeOnCommit: true,
    run: async ({ em }) => {
      if (!carts.isReady) return false;
      const due = await em.execute<{ order_id: string }[]>(
        `select order_id from order_removal
         where done_at is null and (applied_at is null or applied_at < now() - interval '5 seconds')
         order by asked_at limit ${batchSize}`,
      );
      if (due.length === 0) return false;
      const removals = await em.find(OrderRemoval, { orderId: { $in: due.map((row) => row.order_id) } });
      const attempts = await Promise.allSettled(removals.map((removal) => apply({ em, carts }, removal)));
      const failure = attempts.find((attempt) => attempt.status === 'rejected');
      if (failure) throw failure.reason;
      return removals.length === batchSize;
    },
  };
}

async function apply(work: Pick<CartWork, 'em' | 'carts'>, removal: OrderRemoval): Promise<void> {
  const column = (await removeOrderedLines(work, removal)) ? 'applied_at' : 'done_at';
  await work.em.execute(`update order_removal set ${column} = now() where order_id = ?`, [removal.orderId]);
}
