import { faultPoint } from '@souk/kit/faults';
import { databaseTime, type EntityManager } from '@souk/kit/persistence';
import { freeUnits } from './held-units.js';
import { lockReservation } from './lock-reservation.js';

/**
 * Makes an order's stock its own for good, unless its time was over. Publishes `inventory.reservation.confirmed.v1` or
 * `.expired.v1`, again if it is asked again.
 * @param em inside a transaction.
 * @throws {ReservationNotFoundError} when nothing was ever reserved.
 * @throws {ReservationTransitionError} when the stock was released, or never held.
 */
export async function confirmReservation(em: EntityManager, orderId: string): Promise<void> {
  const reservation = await lockReservation(em, orderId);
  const { holdsStock } = reservation;
  await faultPoint('inventory.reservation.betweenHeldAndConfirmed');
  reservation.confirm(await databaseTime(em));
  if (holdsStock && !reservation.holdsStock) await freeUnits(em, reservation.id);
}
