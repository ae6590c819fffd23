import { expect } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { TestSubgraph } from '@souk/kit/testing';
import { receiveInitialStock } from '../src/use-cases/receive-initial-stock.js';

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

/** The levels of a variant, by the code of the warehouse. */
export async function levelsOf(
  em: EntityManager,
  variantId: string,
): Promise<Record<string, { onHand: number; reserved: number }>> {
  const rows = await em.execute<{ code: string; on_hand: number; reserved: number }[]>(
    `select code, on_hand, reserved from stock_level join warehouse on warehouse.id = warehouse_id
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

/** What must be true of the whole database at any time at which nobody is writing. */
export async function expectBalancedStock(em: EntityManager): Promise<void> {
  const unbalanced = await em.execute(`
    select * from stock_level level
    where reserved < 0 or reserved > on_hand
      or on_hand <> coalesce((select sum(quantity) from stock_movement movement
        where movement.variant_id = level.variant_id and movement.warehouse_id = level.warehouse_id), 0)
      or reserved <> coalesce((select sum(line.quantity) from reservation_line line
        join reservation on reservation.id = line.reservation_id
        where reservation.status in ('HELD', 'CONFIRMED')
          and line.variant_id = level.variant_id and line.warehouse_id = level.warehouse_id), 0)`);
  expect(unbalanced).toEqual([]);
}
