import { AggregateRoot, newId } from '@souk/kit/domain';
import type { Shortage } from './allocation.js';
import { ReservationTransitionError } from './reservation.errors.js';
import { type ReservationStatus, reservationTransitions } from './reservation-status.js';

/** Longer than a customer may take to pay, so that nobody loses the goods while the bank still thinks. */
const holdMs = 15 * 60_000;

/** What can happen to a reservation. */
export type ReservationEvent =
  | { type: 'ReservationHeld'; reservation: Reservation; expiresAt: Date }
  | { type: 'ReservationRejected'; reservation: Reservation; shortages: readonly Shortage[] }
  | { type: 'ReservationConfirmed' | 'ReservationReleased' | 'ReservationExpired'; reservation: Reservation };

/**
 * Stock that is set aside for one order: all of its lines, or none. Which units of which warehouse it holds stands in
 * its lines. Each time it is asked for something it has already done, it says so again: who asks twice has not heard.
 */
export class Reservation extends AggregateRoot<ReservationEvent> {
  /** Use the static functions; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly orderId: string,
    private _status: ReservationStatus,
    /** By the database's clock. Null when nothing was ever held. */
    readonly expiresAt: Date | null,
  ) {
    super();
  }

  /** Holds stock for 15 minutes. @param now the database's time: the only clock that reservations go by. */
  static hold(orderId: string, now: Date): Reservation {
    const expiresAt = new Date(now.getTime() + holdMs);
    const reservation = new Reservation(newId(), orderId, 'HELD', expiresAt);
    reservation.record({ type: 'ReservationHeld', reservation, expiresAt });
    return reservation;
  }

  /** Remembers that an order could not be served, and what was short. */
  static reject(orderId: string, shortages: readonly Shortage[]): Reservation {
    const reservation = new Reservation(newId(), orderId, 'REJECTED', null);
    reservation.record({ type: 'ReservationRejected', reservation, shortages });
    return reservation;
  }

  /** Remembers that an order was cancelled before anything was held, so that nothing ever will be. */
  static forestall(orderId: string): Reservation {
    const reservation = new Reservation(newId(), orderId, 'RELEASED', null);
    reservation.record({ type: 'ReservationReleased', reservation });
    return reservation;
  }

  get status(): ReservationStatus {
    return this._status;
  }

  /** Whether units are set aside in the stock levels for it now. */
  get holdsStock(): boolean {
    return this._status === 'HELD' || this._status === 'CONFIRMED';
  }

  /**
   * Makes the hold final, or ends it if its time is over.
   * @param now the database's time.
   * @throws {ReservationTransitionError} when it was released or rejected.
   */
  confirm(now: Date): void {
    if (this._status === 'EXPIRED' || this.isOverdue(now)) {
      this.expire();
      return;
    }
    if (this._status !== 'CONFIRMED' && this._status !== 'SHIPPED') this.moveTo('CONFIRMED');
    this.record({ type: 'ReservationConfirmed', reservation: this });
  }

  /** Ends a hold whose time is over. @throws {ReservationTransitionError} when it was not held any more. */
  expire(): void {
    if (this._status !== 'EXPIRED') this.moveTo('EXPIRED');
    this.record({ type: 'ReservationExpired', reservation: this });
  }

  /**
   * Lets go, if anything is held, and says that nothing is.
   * @throws {ReservationTransitionError} when the goods have left.
   */
  release(): void {
    if (this.holdsStock || this._status === 'SHIPPED') this.moveTo('RELEASED');
    this.record({ type: 'ReservationReleased', reservation: this });
  }

  /** The goods have left. @throws {ReservationTransitionError} when they were not the order's for good. */
  ship(): void {
    this.moveTo('SHIPPED');
  }

  private isOverdue(now: Date): boolean {
    return this._status === 'HELD' && this.expiresAt !== null && this.expiresAt <= now;
  }

  private moveTo(next: ReservationStatus): void {
    if (!reservationTransitions[this._status].includes(next)) throw new ReservationTransitionError(this._status, next);
    this._status = next;
  }
}
