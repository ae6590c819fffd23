import type { EntityManager } from '@souk/kit/persistence';
import type { AllocatedLine } from '../domain/allocation.js';
import { longWaitMs } from '../domain/unit-pool.js';
import { inLockOrder, type Place } from './lock-order.js';
import { returnUnits, takeUnits } from './pooled-units.js';

/** Somebody else has promised the units in the meantime, or is just about to. */
export class UnitsGoneError extends Error {}

/** Units to be promised, and whether its level has a pool from which they are taken first. */
export interface WantedLine extends AllocatedLine {
  isPooled: boolean;
}

/** Units that are promised, and how many of them the level's pool has given and still knows as taken. */
export interface HeldLine extends AllocatedLine {
  takenUnits: number;
}

/**
 * Promises units, if they are still there; to be done last, because others wait for these rows. A pool gives what it can,
 * and the counter the rest.
 * @throws {UnitsGoneError}
 */
export async function holdUnits(em: EntityManager, reservationId: string, lines: readonly WantedLine[]): Promise<void> {
  for (const line of inLockOrder(lines)) {
    const taken = line.isPooled ? await takeUnits(em, reservationId, line) : 0;
    if (taken < line.quantity) await reserve(em, line, line.quantity - taken);
  }
}

/** Takes a reservation's promise back: its units may be promised again. */
export async function freeUnits(em: EntityManager, reservationId: string): Promise<void> {
  for (const line of await linesOf(em, reservationId)) {
    const returned = line.takenUnits > 0 ? await returnUnits(em, reservationId, line) : 0;
    if (returned < line.quantity) await unreserve(em, line, line.quantity - returned);
  }
}

/** Which units a reservation holds, in the order in which they are to be locked. */
export async function linesOf(em: EntityManager, reservationId: string): Promise<HeldLine[]> {
  const rows = await em.execute<{ variant_id: string; warehouse_id: string; quantity: number; taken: number }[]>(
    `select variant_id, warehouse_id, quantity, (
       select count(*)::int from stock_unit unit where unit.variant_id = line.variant_id
         and unit.warehouse_id = line.warehouse_id and unit.reservation_id = line.reservation_id
     ) as taken
     from reservation_line line where reservation_id = ?`,
    [reservationId],
  );
  return inLockOrder(
    rows.map(({ variant_id: variantId, warehouse_id: warehouseId, quantity, taken: takenUnits }) => ({
      variantId,
      warehouseId,
      quantity,
      takenUnits,
    })),
  );
}

/** Promises units on the level's counter, and notes when its row had to be waited for too long. @throws {UnitsGoneError} */
async function reserve(em: EntityManager, { variantId, warehouseId }: Place, quantity: number): Promise<void> {
  const held = await em.execute<unknown[]>(
    `with held as (
       update stock_level set reserved = reserved + ?
       where variant_id = ? and warehouse_id = ? and on_hand - reserved - pooled >= ?
       returning variant_id, warehouse_id, clock_timestamp() - statement_timestamp() as waited
     ), noted as (
       insert into long_wait (variant_id, warehouse_id)
       select variant_id, warehouse_id from held where waited > ? * interval '1 millisecond'
     )
     select 1 from held`,
    [quantity, variantId, warehouseId, quantity, longWaitMs],
  );
  if (held.length === 0) throw new UnitsGoneError();
}

async function unreserve(em: EntityManager, { variantId, warehouseId }: Place, quantity: number): Promise<void> {
  await em.execute('update stock_level set reserved = reserved - ? where variant_id = ? and warehouse_id = ?', [
    quantity,
    variantId,
    warehouseId,
  ]);
}
