import type { EntityManager } from '@souk/kit/persistence';
import { Reservation } from '../domain/reservation.js';
import { freeUnits } from './held-units.js';
import { findAndLockReservation } from './lock-reservation.js';

/**
 * Lets go of whatever is held for an order. Where nothing was reserved yet, nothing ever will be. Publishes
 * `inventory.reservation.released.v1` each time that it is asked: it means that nothing is held.
 * @param em inside a transaction.
 * @throws {ReservationTransitionError} when the goods have left.
 */
export async function releaseReservation(em: EntityManager, orderId: string): Promise<void> {
  const reservation = await findAndLockReservation(em, orderId);
  if (!reservation) {
    em.persist(Reservation.forestall(orderId));
    return;
  }
  const { holdsStock } = reservation;
  reservation.release();
  if (holdsStock) await freeUnits(em, reservation.id);
}
