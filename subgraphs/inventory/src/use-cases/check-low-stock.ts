import type { Clock } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { availableUnits } from '../persistence/taken-units.js';
import { lockStockLevel } from './lock-stock-levels.js';

/** Levels that have fallen to their threshold and nobody was told, and those that have risen above it since. */
export async function findCrossedThresholds(em: EntityManager, limit: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from stock_level level where low_stock_threshold is not null
       and (${availableUnits('level')} <= low_stock_threshold) = (low_reported_at is null) limit ?`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** Raises the alarm of one level, or gets it ready again. Publishes `inventory.stock-level.low.v1`. */
export async function checkLowStock({ em, now }: { em: EntityManager; now: Clock }, id: string): Promise<void> {
  await inTransaction(em, async (transaction) => {
    const level = await lockStockLevel(transaction, id);
    level?.checkThreshold(now());
  });
}
