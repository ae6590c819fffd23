import { largestPool } from '@souk/inventory/domain/unit-pool';
import { receiveInitialStock } from '@souk/inventory/use-cases/receive-initial-stock';
import { setStockPooling } from '@souk/inventory/use-cases/set-stock-pooling';
import { findPoolsToTend, tendPool } from '@souk/inventory/use-cases/tend-pool';
import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';

/** A variant that everybody wants, of which a warehouse has more than enough. */
export interface HotGoods {
  variantId: string;
  warehouseId: string;
}

/** So many units are laid out before each round. */
export const unitsARound = largestPool;

const warehouseCode = 'BER';
const now = () => new Date();

export async function stockHotGoods(em: EntityManager, quantity: number): Promise<HotGoods> {
  const variantId = newId();
  const variants = [{ variantId, sku: variantId, initialStock: { warehouseCode, quantity } }];
  await inTransaction(em, (transaction) => receiveInitialStock({ em: transaction, now }, variants, newId()));
  await setStockPooling(em, { variantId, warehouseCode, pooling: 'ALWAYS' });
  const [level] = await em.execute<{ warehouse_id: string }[]>(
    'select warehouse_id from stock_level where variant_id = ?',
    [variantId],
  );
  if (!level) throw new Error('The goods of the bench have no stock level.');
  return { variantId, warehouseId: level.warehouse_id };
}

/** How many of the units orders have, in the pool and on the counter. */
export async function countPromised(em: EntityManager, { variantId }: HotGoods): Promise<number> {
  const [row] = await em.execute<{ promised: number }[]>(
    `select (sum(reserved) + (
       select count(*) from stock_unit where variant_id = ? and reservation_id is not null
     ))::int as promised from stock_level where variant_id = ?`,
    [variantId, variantId],
  );
  return row?.promised ?? 0;
}

/** Does what inventory's worker does: writes down what was taken, and fills the pool. */
export async function fillPool(em: EntityManager): Promise<void> {
  for (const pool of await findPoolsToTend(em, 1)) await tendPool({ em, now }, pool);
}
