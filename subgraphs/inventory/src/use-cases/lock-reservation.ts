import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@souk/kit/persistence';
import { ReservationNotFoundError } from '../domain/reservation.errors.js';
import { Reservation } from '../domain/reservation.js';

/** The reservation of an order, locked until the transaction ends. @throws {ReservationNotFoundError} */
export async function lockReservation(em: EntityManager, orderId: string): Promise<Reservation> {
  const reservation = await findAndLockReservation(em, orderId);
  if (!reservation) throw new ReservationNotFoundError(orderId);
  return reservation;
}

/** The reservation of an order, locked until the transaction ends, or null. */
export function findAndLockReservation(em: EntityManager, orderId: string): Promise<Reservation | null> {
  return em.findOne(Reservation, { orderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
