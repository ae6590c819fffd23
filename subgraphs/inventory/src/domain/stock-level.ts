import { AggregateRoot } from '@souk/kit/domain';
import { InsufficientStockError, InvalidQuantityError, InvalidThresholdError } from './stock-level.errors.js';
import {
  type AdjustmentReason,
  kindByReason,
  type MovementCause,
  type MovementKind,
  StockMovement,
} from './stock-movement.js';
import { isBusy, largestPool, type PoolChange, type Pooling, type PoolVisit, quietMs } from './unit-pool.js';
import type { Warehouse } from './warehouse.js';

/** More of one thing than a warehouse can ever hold. */
const largestQuantity = 1_000_000_000;

/** What can happen to a stock level. */
export type StockLevelEvent =
  | { type: 'StockLevelChanged'; level: StockLevel }
  | { type: 'StockLevelLow'; level: StockLevel; threshold: number };

/**
 * How much of a variant lies in a warehouse, and how much of that is promised to orders. Goods that many want at once are
 * hot: a part of them lies in a pool, a row for each unit, so that nobody waits for this level's row. Reservations change
 * `reserved` and the pool's rows in the database directly; whoever loads a level to change it holds its row's lock.
 */
export class StockLevel extends AggregateRoot<StockLevelEvent> {
  onHand = 0;
  /** How often what is on hand has changed. Reservations, alarms and thresholds do not count. */
  onHandVersion = 0;
  /** Promised to orders, without what they have taken from the pool since it was last visited. */
  reserved = 0;
  /** Units that lie in the pool, free and taken. The database counts its rows; nobody else writes this. */
  readonly pooled: number = 0;
  /** Units of the pool that are promised to orders. */
  readonly taken: number = 0;
  pooling: Pooling = 'AUTOMATIC';
  /** When many last wanted it at once; null when that is long ago. */
  busyAt: Date | null = null;
  /** From how many available units on somebody wants to be told. */
  lowStockThreshold: number | null = null;
  lowReportedAt: Date | null = null;

  /** Public only because the object-relational mapper needs it; the database makes the rows. */
  constructor(
    readonly id: string,
    readonly variantId: string,
    readonly warehouse: Warehouse,
  ) {
    super();
  }

  /** Units that are promised to orders. */
  get promised(): number {
    return this.reserved + this.taken;
  }

  get available(): number {
    return this.onHand - this.promised;
  }

  /** Units that are neither promised nor laid out in the pool. */
  get loose(): number {
    return this.onHand - this.reserved - this.pooled;
  }

  get isHot(): boolean {
    return this.pooling === 'ALWAYS' || this.busyAt !== null;
  }

  /** Takes in goods. @throws {InvalidQuantityError} when it is not a positive whole number of sane size. */
  receive(quantity: number, cause: MovementCause): StockMovement {
    if (quantity <= 0) throw new InvalidQuantityError('must be positive');
    return this.move('RECEIVED', quantity, cause);
  }

  /**
   * Corrects what is on hand by a difference. Units of the pool have to be taken in before they can go.
   * @throws {InvalidQuantityError} when it is zero, too large, or of the wrong sign for the reason.
   * @throws {InsufficientStockError} when units would have to go that are promised to an order.
   */
  adjust(delta: number, cause: MovementCause & { reason: AdjustmentReason }): StockMovement {
    const kind = kindByReason[cause.reason];
    if (delta === 0) throw new InvalidQuantityError('must not be zero');
    if (delta < 0 && kind !== 'ADJUSTED') throw new InvalidQuantityError(`must be positive for ${cause.reason}`);
    // Units that somebody is just taking from the pool could not be taken in: soon they are promised.
    if (this.loose + delta < 0)
      throw new InsufficientStockError(this.available + delta < 0 ? this.available : this.loose);
    return this.move(kind, delta, cause);
  }

  /** Reserved goods leave. @throws {InvalidQuantityError} when more would leave than is reserved. */
  dispatch(quantity: number, cause: MovementCause): StockMovement {
    if (quantity > this.reserved) throw new InvalidQuantityError('is more than is reserved');
    this.reserved -= quantity;
    return this.move('SOLD', -quantity, cause);
  }

  /** Sets from where on an alarm is wanted; null for none. @throws {InvalidThresholdError} */
  watch(threshold: number | null): void {
    if (threshold !== null && (!Number.isInteger(threshold) || threshold < 1 || threshold > largestQuantity))
      throw new InvalidThresholdError(largestQuantity);
    this.lowStockThreshold = threshold;
    this.lowReportedAt = null;
  }

  /** Raises the alarm once each time that what is available has fallen to the threshold. */
  checkThreshold(now: Date): void {
    const threshold = this.lowStockThreshold;
    if (threshold === null || this.available > threshold) {
      this.lowReportedAt = null;
      return;
    }
    if (this.lowReportedAt) return;
    this.lowReportedAt = now;
    this.record({ type: 'StockLevelLow', level: this, threshold });
  }

  /**
   * Writes down as reserved what orders have taken from the pool, and says what its rows lack. Their units are no longer
   * the pool's: the rows are given new ones, or are too many.
   */
  visitPool(visit: PoolVisit, now: Date): PoolChange {
    if (isBusy(visit)) this.busyAt = now;
    else if (this.busyAt && now.getTime() - this.busyAt.getTime() >= quietMs) this.busyAt = null;
    this.reserved += visit.takenUnits;
    const wanted = this.isHot ? Math.min(largestPool, this.onHand - this.reserved) : 0;
    return { surplus: Math.max(0, this.pooled - wanted), missing: Math.max(0, wanted - this.pooled) };
  }

  /** Whatever changes what is on hand hands out its entry for the ledger, so that the two always agree. */
  private move(kind: MovementKind, quantity: number, cause: MovementCause): StockMovement {
    const onHandAfter = this.onHand + quantity;
    if (!Number.isInteger(quantity) || onHandAfter > largestQuantity)
      throw new InvalidQuantityError(`makes more than ${largestQuantity} units, or no whole number`);
    this.onHand = onHandAfter;
    this.onHandVersion += 1;
    this.record({ type: 'StockLevelChanged', level: this });
    const { variantId, warehouse } = this;
    return new StockMovement({ variantId, warehouseId: warehouse.id, kind, quantity, onHandAfter }, cause);
  }
}
