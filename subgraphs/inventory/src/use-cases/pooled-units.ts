import type { EntityManager } from '@souk/kit/persistence';
import { largestPool } from '../domain/unit-pool.js';
import type { Place } from './lock-order.js';

/** A unit of a pool that an order has taken. */
export interface TakenUnit {
  number: number;
  reservation_id: string;
}

/**
 * Takes up to so many free units for a reservation, passing by those that others are just taking. Returns how many it
 * got; fewer does not mean that there are no more.
 */
export async function takeUnits(
  em: EntityManager,
  reservationId: string,
  { variantId, warehouseId, quantity }: Place & { quantity: number },
): Promise<number> {
  // The array is made once. Joined instead, the inner query might run again for each row, and lock more each time.
  const taken = await em.execute<unknown[]>(
    `update stock_unit set reservation_id = ?
     where variant_id = ? and warehouse_id = ? and number = any (array(
       select number from stock_unit where variant_id = ? and warehouse_id = ? and reservation_id is null
       limit ? for update skip locked
     )) returning 1`,
    [reservationId, variantId, warehouseId, variantId, warehouseId, quantity],
  );
  return taken.length;
}

/** Puts a reservation's units back into the pool. Returns how many the pool still knew as taken. */
export async function returnUnits(
  em: EntityManager,
  reservationId: string,
  { variantId, warehouseId }: Place,
): Promise<number> {
  const returned = await em.execute<unknown[]>(
    `update stock_unit set reservation_id = null
     where variant_id = ? and warehouse_id = ? and reservation_id = ? returning 1`,
    [variantId, warehouseId, reservationId],
  );
  return returned.length;
}

/** Writes a reservation's units of the pool down on the level's counter. @param em holds the level's lock. */
export async function settleUnits(
  em: EntityManager,
  reservationId: string,
  { variantId, warehouseId }: Place,
): Promise<void> {
  const settled = await em.execute<unknown[]>(
    'delete from stock_unit where variant_id = ? and warehouse_id = ? and reservation_id = ? returning 1',
    [variantId, warehouseId, reservationId],
  );
  await em.execute('update stock_level set reserved = reserved + ? where variant_id = ? and warehouse_id = ?', [
    settled.length,
    variantId,
    warehouseId,
  ]);
}

/** Units that orders have taken, kept for us until the transaction ends. @param em holds the level's lock. */
export function claimTakenUnits(em: EntityManager, { variantId, warehouseId }: Place): Promise<TakenUnit[]> {
  return em.execute<TakenUnit[]>(
    `select number, reservation_id from stock_unit
     where variant_id = ? and warehouse_id = ? and reservation_id is not null for update skip locked`,
    [variantId, warehouseId],
  );
}

/** Ends rows of the pool by their numbers. @param em holds the level's lock. */
export async function removeUnits(
  em: EntityManager,
  { variantId, warehouseId }: Place,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await em.execute('delete from stock_unit where variant_id = ? and warehouse_id = ? and number in (?)', [
    variantId,
    warehouseId,
    numbers,
  ]);
}

/** Gives rows whose units are written down elsewhere new ones. @param em holds the level's lock. */
export async function renewUnits(
  em: EntityManager,
  { variantId, warehouseId }: Place,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await em.execute(
    'update stock_unit set reservation_id = null where variant_id = ? and warehouse_id = ? and number in (?)',
    [variantId, warehouseId, numbers],
  );
}

/**
 * Takes up to so many free units in from the pool, passing by those that others are just taking: whoever waits for a unit
 * must not hold its level. Returns how many came.
 * @param em holds the level's lock.
 */
export async function takeInUnits(em: EntityManager, place: Place, quantity: number): Promise<number> {
  const { variantId, warehouseId } = place;
  const free = await em.execute<{ number: number }[]>(
    `select number from stock_unit where variant_id = ? and warehouse_id = ? and reservation_id is null
     limit ? for update skip locked`,
    [variantId, warehouseId, quantity],
  );
  await removeUnits(
    em,
    place,
    free.map(({ number }) => number),
  );
  return free.length;
}

/** Lays out so many units more. @param em holds the level's lock. */
export async function layOutUnits(em: EntityManager, place: Place, quantity: number): Promise<void> {
  if (quantity === 0) return;
  const { variantId, warehouseId } = place;
  await em.execute(
    `insert into stock_unit (variant_id, warehouse_id, number)
     select ?, ?, number from generate_series(1, ?) number
     where not exists (select from stock_unit unit
       where unit.variant_id = ? and unit.warehouse_id = ? and unit.number = number.number)
     limit ?`,
    [variantId, warehouseId, largestPool, variantId, warehouseId, quantity],
  );
}
