import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { Pooling } from '../domain/unit-pool.js';
import { lockNamedStockLevel } from './lock-stock-levels.js';

/**
 * Says whether a level's units are always laid out for many buyers at once. A worker does it soon. Returns the level's id.
 * @throws {StockNotFoundError} when there is no such variant or warehouse.
 */
export async function setStockPooling(
  em: EntityManager,
  { pooling, ...named }: { variantId: string; warehouseCode: string; pooling: Pooling },
): Promise<string> {
  return inTransaction(em, async (transaction) => {
    const level = await lockNamedStockLevel(transaction, named);
    level.pooling = pooling;
    return level.id;
  });
}
