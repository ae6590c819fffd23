import { DomainError } from '@souk/kit/domain';
import type { ReservationStatus } from './reservation-status.js';

export class ReservationTransitionError extends DomainError {
  readonly code = 'INVALID_STATE_TRANSITION';
  constructor(from: ReservationStatus, to: ReservationStatus) {
    super(`A reservation that is ${from} cannot become ${to}.`);
  }
}

export class ReservationNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor(orderId: string) {
    super(`Nothing was ever reserved for order ${orderId}.`);
  }
}
