import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { StockNotFoundError } from '../domain/stock-level.errors.js';
import { StockLevel } from '../domain/stock-level.js';
import { Warehouse } from '../domain/warehouse.js';
import { inLockOrder, type Place } from './lock-order.js';

/** Loads stock levels to change them, locked until the transaction ends, each with the place it was asked for. */
export async function lockStockLevels<Asked extends Place>(
  em: EntityManager,
  places: readonly Asked[],
): Promise<(Asked & { level: StockLevel })[]> {
  await lockRows(em, {
    condition: `(variant_id, warehouse_id) in (${places.map(() => '(?, ?)').join(', ')})`,
    values: places.flatMap(({ variantId, warehouseId }) => [variantId, warehouseId]),
  });
  const levels = await em.find(
    StockLevel,
    { $or: places.map(({ variantId, warehouseId }) => ({ variantId, warehouse: warehouseId })) },
    { populate: ['warehouse'], refresh: true },
  );
  return places.map((place) => {
    const { variantId, warehouseId } = place;
    const level = levels.find((one) => one.variantId === variantId && one.warehouse.id === warehouseId);
    if (!level) throw new Error(`Variant ${variantId} has no stock level in warehouse ${warehouseId}.`);
    return { ...place, level };
  });
}

/** Loads one stock level to change it, locked until the transaction ends. */
export async function lockStockLevel(em: EntityManager, id: string): Promise<StockLevel | null> {
  await lockRows(em, { condition: 'id = ?', values: [id] });
  return em.findOne(StockLevel, { id }, { populate: ['warehouse'], refresh: true });
}

/**
 * Locks stock levels before they are read. To read while locking would see the counter as it is after the wait, and the
 * pool as it was before: what is written down on the one in the meantime would be counted twice.
 */
export async function lockRows(
  em: EntityManager,
  { condition, values }: { condition: string; values: readonly unknown[] },
): Promise<void> {
  await em.execute(`select 1 from stock_level where ${condition} order by warehouse_id, variant_id for update`, values);
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
