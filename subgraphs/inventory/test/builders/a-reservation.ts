import { newId, takeRecordedEvents } from '@souk/kit/domain';
import { Reservation } from '../../src/domain/reservation.js';
import type { ReservationStatus } from '../../src/domain/reservation-status.js';

export const heldAt = new Date('2026-01-02T03:00:00Z');
export const inTime = new Date('2026-01-02T03:14:59.999Z');
export const tooLate = new Date('2026-01-02T03:15:00Z');

const ways: Record<ReservationStatus, () => Reservation> = {
  HELD: () => Reservation.hold(newId(), heldAt),
  CONFIRMED: () => after(ways.HELD(), (reservation) => reservation.confirm(inTime)),
  SHIPPED: () => after(ways.CONFIRMED(), (reservation) => reservation.ship()),
  RELEASED: () => after(ways.HELD(), (reservation) => reservation.release()),
  EXPIRED: () => after(ways.HELD(), (reservation) => reservation.expire()),
  REJECTED: () => Reservation.reject(newId(), [{ variantId: newId(), requested: 2, available: 1 }]),
};

/** A reservation that came to its status by legal ways, and whose events are long told. */
export function aReservation(status: ReservationStatus): Reservation {
  const reservation = ways[status]();
  takeRecordedEvents(reservation);
  return reservation;
}

function after(reservation: Reservation, step: (reservation: Reservation) => void): Reservation {
  step(reservation);
  return reservation;
}
