export const reservationStatuses = ['HELD', 'CONFIRMED', 'SHIPPED', 'RELEASED', 'EXPIRED', 'REJECTED'] as const;
export type ReservationStatus = (typeof reservationStatuses)[number];

/** From each status, the statuses a reservation may move to. A status with none is final. */
export const reservationTransitions: Record<ReservationStatus, readonly ReservationStatus[]> = {
  HELD: ['CONFIRMED', 'RELEASED', 'EXPIRED'],
  CONFIRMED: ['SHIPPED', 'RELEASED'],
  SHIPPED: [],
  RELEASED: [],
  EXPIRED: [],
  REJECTED: [],
};
