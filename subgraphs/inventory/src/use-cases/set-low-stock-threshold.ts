import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { lockNamedStockLevel } from './lock-stock-levels.js';

/**
 * Sets from how many available units on an alarm is raised; null for none. Returns the level's id.
 * @throws {StockNotFoundError} when there is no such variant or warehouse.
 * @throws {InvalidThresholdError}
 */
export async function setLowStockThreshold(
  em: EntityManager,
  { threshold, ...named }: { variantId: string; warehouseCode: string; threshold: number | null },
): Promise<string> {
  return inTransaction(em, async (transaction) => {
    const level = await lockNamedStockLevel(transaction, named);
    level.watch(threshold);
    return level.id;
  });
}
