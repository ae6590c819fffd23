import type { EntityManager } from '@souk/kit/persistence';
import type { AllocatedLine } from '../domain/allocation.js';

/** Somebody else has promised the units in the meantime. */
export class UnitsGoneError extends Error {}

/** What a stock level is of, and where. */
export interface Place {
  variantId: string;
  warehouseId: string;
}

/** The order in which everybody locks stock levels, so that no two transactions wait for each other. */
export function inLockOrder<Locked extends Place>(places: readonly Locked[]): Locked[] {
  const keyOf = ({ warehouseId, variantId }: Locked) => `${warehouseId} ${variantId}`;
  return [...places].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

/** Promises units, if they are still there; to be done last, because others wait for these rows. @throws {UnitsGoneError} */
export async function holdUnits(em: EntityManager, lines: readonly AllocatedLine[]): Promise<void> {
  for (const { quantity, variantId, warehouseId } of inLockOrder(lines)) {
    const held = await em.execute<unknown[]>(
      `update stock_level set reserved = reserved + ?
       where variant_id = ? and warehouse_id = ? and on_hand - reserved >= ? returning 1`,
      [quantity, variantId, warehouseId, quantity],
    );
    if (held.length === 0) throw new UnitsGoneError();
  }
}

/** Takes a reservation's promise back: its units may be promised again. */
export async function freeUnits(em: EntityManager, reservationId: string): Promise<void> {
  for (const { quantity, variantId, warehouseId } of await linesOf(em, reservationId)) {
    await em.execute('update stock_level set reserved = reserved - ? where variant_id = ? and warehouse_id = ?', [
      quantity,
      variantId,
      warehouseId,
    ]);
  }
}

/** Which units a reservation holds, in the order in which they are to be locked. */
export async function linesOf(em: EntityManager, reservationId: string): Promise<AllocatedLine[]> {
  const rows = await em.execute<{ variant_id: string; warehouse_id: string; quantity: number }[]>(
    'select variant_id, warehouse_id, quantity from reservation_line where reservation_id = ?',
    [reservationId],
  );
  return inLockOrder(
    rows.map((row) => ({ variantId: row.variant_id, warehouseId: row.warehouse_id, quantity: row.quantity })),
  );
}
