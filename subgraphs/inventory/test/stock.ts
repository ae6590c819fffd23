import { expect } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { TestSubgraph } from '@souk/kit/testing';
import { receiveInitialStock } from '../src/use-cases/receive-initial-stock.js';
import { setStockPooling } from '../src/use-cases/set-stock-pooling.js';
import { tendPool } from '../src/use-cases/tend-pool.js';

export function emOf(inventory: TestSubgraph): EntityManager {
  return inventory.running.parts.orm.em.fork();
}

/** A new variant with some units in a warehouse. */
export async function stockedVariant(em: EntityManager, quantity: number, warehouseCode = 'BER'): Promise<string> {
  const variantId = newId();
  const variants = [{ variantId, sku: variantId, initialStock: { warehouseCode, quantity } }];
  await inTransaction(em, (transaction) =>
    receiveInitialStock({ em: transaction, now: () => new Date() }, variants, newId()),
  );
  return variantId;
}

const takenUnits = `(select count(*)::int from stock_unit unit where unit.variant_id = level.variant_id
  and unit.warehouse_id = level.warehouse_id and unit.reservation_id is not null)`;

/** The levels of a variant, by the code of the warehouse: what is promised counts wherever it is written down. */
export async function levelsOf(
  em: EntityManager,
  variantId: string,
): Promise<Record<string, { onHand: number; reserved: number }>> {
  const rows = await em.execute<{ code: string; on_hand: number; reserved: number }[]>(
    `select code, on_hand, reserved + ${takenUnits} as reserved
     from stock_level level join warehouse on warehouse.id = warehouse_id
     where variant_id = ? order by code`,
    [variantId],
  );
  return Object.fromEntries(rows.map(({ code, on_hand, reserved }) => [code, { onHand: on_hand, reserved }]));
}

/** What was said of an order's reservation, in order, e.g. `held`. */
export async function saidOf(em: EntityManager, orderId: string): Promise<string[]> {
  const rows = await em.execute<{ type: string }[]>(
    `select type from outbox where aggregate_type = 'inventory.reservation' and payload ->> 'orderId' = ?
     order by event_version`,
    [orderId],
  );
  return rows.map(({ type }) => type.split('.')[2] ?? '');
}

/** How often what was said of the reservations of some orders, e.g. `{ held: 2 }`. */
export async function countSaid(em: EntityManager, orderIds: readonly string[]): Promise<Record<string, number>> {
  const rows = await em.execute<{ type: string; count: number }[]>(
    `select type, count(*)::int as count from outbox where payload ->> 'orderId' in (?) group by type`,
    [orderIds],
  );
  return Object.fromEntries(rows.map(({ type, count }) => [type.split('.')[2], count]));
}

/** What must be true of the whole database at the end of every transaction. */
export async function expectBalancedStock(em: EntityManager): Promise<void> {
  const unbalanced = await em.execute(`
    select * from stock_level level
    where reserved < 0 or reserved + pooled > on_hand
      or pooled <> (select count(*) from stock_unit unit
        where unit.variant_id = level.variant_id and unit.warehouse_id = level.warehouse_id)
      or on_hand <> coalesce((select sum(quantity) from stock_movement movement
        where movement.variant_id = level.variant_id and movement.warehouse_id = level.warehouse_id), 0)
      or reserved + ${takenUnits} <> coalesce((select sum(line.quantity) from reservation_line line
        join reservation on reservation.id = line.reservation_id
        where reservation.status in ('HELD', 'CONFIRMED')
          and line.variant_id = level.variant_id and line.warehouse_id = level.warehouse_id), 0)`);
  expect(unbalanced).toEqual([]);
  const strays = await em.execute(`
    select unit.* from stock_unit unit left join reservation on reservation.id = unit.reservation_id
    where unit.reservation_id is not null and coalesce(reservation.status, '') not in ('HELD', 'CONFIRMED')`);
  expect(strays).toEqual([]);
}

/** Puts a level's units into its pool, as staff and the worker do. */
export async function heat(em: EntityManager, variantId: string, warehouseCode = 'BER'): Promise<void> {
  await setStockPooling(em, { variantId, warehouseCode, pooling: 'ALWAYS' });
  await tendPoolsOf(em, variantId);
}

/** One visit to the pools of a variant. Returns how many units were taken from them since the last. */
export async function tendPoolsOf(em: EntityManager, variantId: string, now = new Date()): Promise<number> {
  const rows = await em.execute<{ id: string }[]>('select id from stock_level where variant_id = ?', [variantId]);
  let taken = 0;
  for (const { id } of rows) taken += await tendPool({ em, now: () => now }, { levelId: id, isRushed: false });
  return taken;
}

/** How many of a variant's units lie in pools, and how many of those are taken. */
export async function poolOf(em: EntityManager, variantId: string): Promise<{ pooled: number; taken: number }> {
  const [row] = await em.execute<{ pooled: number; taken: number }[]>(
    `select sum(pooled)::int as pooled, sum(${takenUnits})::int as taken from stock_level level where variant_id = ?`,
    [variantId],
  );
  return row!;
}
