import type { Clock } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { largestPool, type PoolChange, quietMs, rushWindowMs, waitsOfARush } from '../domain/unit-pool.js';
import type { Place } from './lock-order.js';
import { lockStockLevel } from './lock-stock-levels.js';
import { claimTakenUnits, layOutUnits, removeUnits, renewUnits, type TakenUnit, takeInUnits } from './pooled-units.js';

/** A level whose pool is to be looked after, and whether many have just waited for its counter. */
export interface PoolToTend {
  levelId: string;
  isRushed: boolean;
}

/** Levels for which there is a rush, whose pools have been taken from or are not of the right size, or that were quiet. */
export async function findPoolsToTend(em: EntityManager, limit: number): Promise<PoolToTend[]> {
  const rows = await em.execute<{ id: string; is_rushed: boolean }[]>(
    `with rushed as (
       select level.id from long_wait join stock_level level using (variant_id, warehouse_id)
       where waited_at > now() - ? * interval '1 millisecond' group by level.id having count(*) >= ?
     )
     select id, true as is_rushed from rushed
     union all
     select id, false from stock_level level
     where (pooling = 'ALWAYS' or busy_at is not null or pooled > 0) and id not in (select id from rushed) and (
       pooled <> (case when pooling = 'ALWAYS' or busy_at is not null then least(on_hand - reserved, ?) else 0 end)
       or busy_at <= now() - ? * interval '1 millisecond'
       or exists (select from stock_unit unit where unit.variant_id = level.variant_id
         and unit.warehouse_id = level.warehouse_id and unit.reservation_id is not null)
     )
     limit ?`,
    [rushWindowMs, waitsOfARush, largestPool, quietMs, limit],
  );
  return rows.map(({ id, is_rushed }) => ({ levelId: id, isRushed: is_rushed }));
}

/** Waits that no rush can be made of any more are forgotten. */
export async function forgetLongWaits(em: EntityManager): Promise<void> {
  await em.execute(`delete from long_wait where waited_at <= now() - ? * interval '1 millisecond'`, [rushWindowMs]);
}

/**
 * Writes down on a level's counter what orders have taken from its pool, and makes the pool as large as it should be: full
 * while the level is hot, empty when it is cold. Units that are just being taken or given back stay for the next visit.
 * Returns how many were taken.
 */
export async function tendPool(
  { em, now }: { em: EntityManager; now: Clock },
  { levelId, isRushed }: PoolToTend,
): Promise<number> {
  return inTransaction(em, async (transaction) => {
    const level = await lockStockLevel(transaction, levelId);
    if (!level) return 0;
    const place = { variantId: level.variantId, warehouseId: level.warehouse.id };
    const taken = await claimTakenUnits(transaction, place);
    const takingOrders = new Set(taken.map(({ reservation_id }) => reservation_id)).size;
    const change = level.visitPool({ takenUnits: taken.length, takingOrders, isRushed }, now());
    await changePool(transaction, { place, taken, ...change });
    return taken.length;
  });
}

/** Rows go before the counter grows, and come after it: the database never lets the two exceed what is on hand. */
async function changePool(
  em: EntityManager,
  { place, taken, surplus, missing }: PoolChange & { place: Place; taken: readonly TakenUnit[] },
): Promise<void> {
  const numbers = taken.map(({ number }) => number);
  await removeUnits(em, place, numbers.slice(0, surplus));
  if (surplus > numbers.length) await takeInUnits(em, place, surplus - numbers.length);
  await em.flush();
  await renewUnits(em, place, numbers.slice(surplus));
  await layOutUnits(em, place, missing);
}
