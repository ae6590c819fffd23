import { LockMode } from '@mikro-orm/core';
import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { StockNotFoundError } from '../domain/stock-level.errors.js';
import { StockLevel } from '../domain/stock-level.js';
import { Warehouse } from '../domain/warehouse.js';
import { inLockOrder, type Place } from './held-units.js';

/** Loads stock levels to change them, locked until the transaction ends, each with the place it was asked for. */
export async function lockStockLevels<Asked extends Place>(
  em: EntityManager,
  places: readonly Asked[],
): Promise<(Asked & { level: StockLevel })[]> {
  const levels = await em.find(
    StockLevel,
    { $or: places.map(({ variantId, warehouseId }) => ({ variantId, warehouse: warehouseId })) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { warehouse: 'asc', variantId: 'asc' } },
  );
  await em.populate(levels, ['warehouse']);
  return places.map((place) => {
    const { variantId, warehouseId } = place;
    const level = levels.find((one) => one.variantId === variantId && one.warehouse.id === warehouseId);
    if (!level) throw new Error(`Variant ${variantId} has no stock level in warehouse ${warehouseId}.`);
    return { ...place, level };
  });
}

/** Makes empty stock levels where there are none. */
export async function ensureStockLevels(em: EntityManager, places: readonly Place[]): Promise<void> {
  await em.execute(
    `insert into stock_level (id, variant_id, warehouse_id) values ${places.map(() => '(?, ?, ?)').join(', ')}
     on conflict (variant_id, warehouse_id) do nothing`,
    inLockOrder(places).flatMap(({ variantId, warehouseId }) => [newId(), variantId, warehouseId]),
  );
}

/** The level that staff name, locked; an empty one is made where there is none. @throws {StockNotFoundError} */
export async function lockNamedStockLevel(
  em: EntityManager,
  { variantId, warehouseCode }: { variantId: string; warehouseCode: string },
): Promise<StockLevel> {
  const variants = await em.execute<unknown[]>('select 1 from variant where id = ?', [variantId]);
  if (variants.length === 0) throw new StockNotFoundError('variantId');
  const warehouse = await em.findOne(Warehouse, { code: warehouseCode.trim().toUpperCase() });
  if (!warehouse) throw new StockNotFoundError('warehouseCode');
  const place = { variantId, warehouseId: warehouse.id };
  await ensureStockLevels(em, [place]);
  const [locked] = await lockStockLevels(em, [place]);
  return locked!.level;
}
