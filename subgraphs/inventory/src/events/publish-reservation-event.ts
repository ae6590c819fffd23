import type { EventMessage } from '@souk/kit/contracts';
import {
  reservationConfirmedV1,
  reservationExpiredV1,
  reservationHeldV1,
  reservationRejectedV1,
  reservationReleasedV1,
} from '@souk/schema/events/inventory';
import type { ReservationEvent } from '../domain/reservation.js';

/** Turns what happened to a reservation into the messages that the order's process manager relies on. */
export function publishReservationEvent(event: ReservationEvent): EventMessage[] {
  const { id: reservationId, orderId } = event.reservation;
  switch (event.type) {
    case 'ReservationHeld':
      return [reservationHeldV1({ reservationId, orderId, expiresAt: event.expiresAt.toISOString() })];
    case 'ReservationRejected':
      return [reservationRejectedV1({ reservationId, orderId, shortages: [...event.shortages] })];
    case 'ReservationConfirmed':
      return [reservationConfirmedV1({ reservationId, orderId })];
    case 'ReservationReleased':
      return [reservationReleasedV1({ reservationId, orderId })];
    case 'ReservationExpired':
      return [reservationExpiredV1({ reservationId, orderId })];
  }
}
