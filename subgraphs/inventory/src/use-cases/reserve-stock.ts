import { databaseTime, type EntityManager } from '@souk/kit/persistence';
import { type AllocatedLine, allocate, type Line, sumByVariant } from '../domain/allocation.js';
import { Reservation } from '../domain/reservation.js';
import { findSupply } from './find-supply.js';
import { holdUnits, UnitsGoneError } from './held-units.js';

export interface OrderedGoods {
  orderId: string;
  lines: readonly Line[];
  destinationCountryCode: string;
}

/** After so many lost races the stock is locked while it is planned, so that the next plan cannot fail. */
const triesWithoutLock = 3;

/**
 * Holds every line of an order, or none of them, for 15 minutes. An order is served once: later calls change nothing.
 * Publishes `inventory.reservation.held.v1` or `.rejected.v1`.
 * @param em inside a transaction.
 */
export async function reserveStock(em: EntityManager, order: OrderedGoods): Promise<void> {
  if (await em.count(Reservation, { orderId: order.orderId })) return;
  const demand = sumByVariant(order.lines);
  const variantIds = demand.map(({ variantId }) => variantId);
  for (let tries = 1; ; tries += 1) {
    const supply = await findSupply(em, variantIds, { locked: tries > triesWithoutLock });
    const plan = allocate(demand, supply, order.destinationCountryCode);
    if (plan.outcome === 'SHORT') {
      em.persist(Reservation.reject(order.orderId, plan.shortages));
      return;
    }
    if (await hold(em, order.orderId, plan.lines)) return;
  }
}

/** Carries out a plan, or undoes it and returns false when units of it were gone. */
async function hold(em: EntityManager, orderId: string, lines: readonly AllocatedLine[]): Promise<boolean> {
  const reservation = Reservation.hold(orderId, await databaseTime(em));
  try {
    await em.transactional(async (attempt) => {
      await attempt.persist(reservation).flush();
      await insertLines(attempt, reservation.id, lines);
      await holdUnits(attempt, lines);
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
