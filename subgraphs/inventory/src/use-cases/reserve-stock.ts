import { databaseTime, type EntityManager } from '@souk/kit/persistence';
import { type AllocatedLine, allocate, type Line, sumByVariant } from '../domain/allocation.js';
import { Reservation } from '../domain/reservation.js';
import { findSupply, type PlacedSupply } from './find-supply.js';
import { holdUnits, UnitsGoneError, type WantedLine } from './held-units.js';
import { pause } from './pause.js';

export interface OrderedGoods {
  orderId: string;
  lines: readonly Line[];
  destinationCountryCode: string;
}

/** After so many lost races the stock is locked while it is planned, so that the next plan cannot fail. */
const triesWithoutLock = 3;

/** So long units may be there that cannot be had, because others neither keep them nor let them go. */
const patienceMs = 5_000;

/** Others have had hold of the last units for seconds. The order may be served a little later. */
export class StockBusyError extends Error {
  override readonly name = 'StockBusyError';
}

/**
 * Holds every line of an order, or none of them, for 15 minutes. An order is served once: later calls change nothing.
 * Units of a pool that cannot be had may yet come back, so the order is refused only when what is committed says so.
 * Publishes `inventory.reservation.held.v1` or `.rejected.v1`.
 * @param em inside a transaction.
 * @throws {StockBusyError}
 */
export async function reserveStock(em: EntityManager, order: OrderedGoods): Promise<void> {
  if (await em.count(Reservation, { orderId: order.orderId })) return;
  const demand = sumByVariant(order.lines);
  const variantIds = demand.map(({ variantId }) => variantId);
  let isPooled = false;
  const deadline = performance.now() + patienceMs;
  for (let tries = 1; !isPooled || performance.now() < deadline; tries += 1) {
    // Whoever takes units may want the rest from the counter: waiting for units, nobody may hold the level.
    const supply = await findSupply(em, variantIds, { locked: tries > triesWithoutLock && !isPooled });
    const plan = allocate(demand, supply, order.destinationCountryCode);
    if (plan.outcome === 'SHORT') {
      em.persist(Reservation.reject(order.orderId, plan.shortages));
      return;
    }
    const lines = plan.lines.map((line) => ({ ...line, isPooled: hasPool(supply, line) }));
    if (await hold(em, order.orderId, lines)) return;
    isPooled = lines.some((line) => line.isPooled);
    if (isPooled) await pause();
  }
  throw new StockBusyError(`Others had hold of the last units of order ${order.orderId} too long.`);
}

function hasPool(supplies: readonly PlacedSupply[], { variantId, warehouseId }: AllocatedLine): boolean {
  return supplies.some(
    (supply) => supply.variantId === variantId && supply.warehouseId === warehouseId && supply.isPooled,
  );
}

/** Carries out a plan, or undoes it and returns false when units of it were gone. */
async function hold(em: EntityManager, orderId: string, lines: readonly WantedLine[]): Promise<boolean> {
  const reservation = Reservation.hold(orderId, await databaseTime(em));
  try {
    await em.transactional(async (attempt) => {
      await attempt.persist(reservation).flush();
      await insertLines(attempt, reservation.id, lines);
      await holdUnits(attempt, reservation.id, lines);
    });
    return true;
  } catch (error) {
    if (error instanceof UnitsGoneError) return false;
    throw error;
  }
}

async function insertLines(em: EntityManager, reservationId: string, lines: readonly AllocatedLine[]): Promise<void> {
  await em.execute(
    `insert into reservation_line (reservation_id, variant_id, warehouse_id, quantity)
     values ${lines.map(() => '(?, ?, ?, ?)').join(', ')}`,
    lines.flatMap(({ variantId, warehouseId, quantity }) => [reservationId, variantId, warehouseId, quantity]),
  );
}
