import { newId } from '@souk/kit/domain';

export const movementKinds = ['RECEIVED', 'SOLD', 'RETURNED', 'ADJUSTED'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Why staff change what is on hand, and what kind of movement that is. */
export const kindByReason = {
  DELIVERY: 'RECEIVED',
  RETURN: 'RETURNED',
  COUNT: 'ADJUSTED',
  DAMAGE: 'ADJUSTED',
  LOSS: 'ADJUSTED',
} as const satisfies Record<string, MovementKind>;
export type AdjustmentReason = keyof typeof kindByReason;

/** What made units come or go. */
export interface MovementCause {
  /** Names the one thing that caused it; the ledger takes no second movement of the same name. */
  cause: string;
  occurredAt: Date;
  /** The event that told of it. */
  eventId: string | null;
  /** The member of staff who did it. */
  staffId: string | null;
  reason: AdjustmentReason | null;
  note: string | null;
}

interface MovementFacts {
  variantId: string;
  warehouseId: string;
  kind: MovementKind;
  /** Positive for what came, negative for what went. */
  quantity: number;
  onHandAfter: number;
}

/** One entry of the stock ledger. What is on hand is the sum of these; they are never changed. */
export class StockMovement {
  readonly id = newId();
  readonly variantId!: string;
  readonly warehouseId!: string;
  readonly kind!: MovementKind;
  readonly quantity!: number;
  readonly onHandAfter!: number;
  readonly cause!: string;
  readonly occurredAt!: Date;
  readonly eventId!: string | null;
  readonly staffId!: string | null;
  readonly reason!: AdjustmentReason | null;
  readonly note!: string | null;

  /** Stock levels write these, whenever what is on hand changes. */
  constructor(facts: MovementFacts, cause: MovementCause) {
    Object.assign(this, facts, cause);
  }
}
