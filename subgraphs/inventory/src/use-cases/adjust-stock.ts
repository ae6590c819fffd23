import { type Clock, PublicError } from '@souk/kit/domain';
import { breaksUnique, type EntityManager, idempotently, type Outcome } from '@souk/kit/persistence';
import { InvalidNoteError } from '../domain/stock-level.errors.js';
import type { StockLevel } from '../domain/stock-level.js';
import type { AdjustmentReason } from '../domain/stock-movement.js';
import { lockNamedStockLevel } from './lock-stock-levels.js';
import { takeInUnits } from './pooled-units.js';

export interface StockAdjustment {
  variantId: string;
  warehouseCode: string;
  /** How many more, or fewer. */
  delta: number;
  reason: AdjustmentReason;
  note: string | null;
  /** What the one who counted saw; null when it does not matter. */
  expectedVersion: number | null;
}

export interface StockAdjustmentReceipt {
  stockLevelId: string;
  movementId: string;
}

const longestNote = 500;

/**
 * Corrects what is on hand, once for each key of a member of staff. Publishes `inventory.stock-level.changed.v1`.
 * @throws {StockNotFoundError} when there is no such variant or warehouse.
 * @throws {InsufficientStockError} when units would have to go that are promised to an order.
 * @throws {InvalidQuantityError} @throws {InvalidNoteError}
 * @throws {PublicError} CONFLICT when what is on hand has changed since, or one of the kit's for the key.
 */
export async function adjustStock(
  { em, now }: { em: EntityManager; now: Clock },
  adjustment: StockAdjustment,
  { staffId, key }: { staffId: string; key: string },
): Promise<Outcome<StockAdjustmentReceipt>> {
  const { delta, reason, note, expectedVersion } = adjustment;
  if (note && note.length > longestNote) throw new InvalidNoteError(longestNote);
  const wish = { owner: staffId, operation: 'adjustStock', key, request: adjustment };
  const about = { occurredAt: now(), eventId: null, staffId, reason, note };
  return idempotently(em, wish, async (transaction) => {
    const level = await lockNamedStockLevel(transaction, adjustment);
    mustBeAsSeen(level, expectedVersion);
    await loosen(transaction, level, -delta);
    const movement = level.adjust(delta, { ...about, cause: `adjustment:${staffId}:${key}` });
    transaction.persist(movement);
    return { stockLevelId: level.id, movementId: movement.id };
  }).catch((error: unknown) => {
    throw breaksUnique(error, 'stock_movement_cause_key') ? usedLongAgo() : error;
  });
}

/** Takes units in from the pool when the loose ones are too few, and all that nobody has been promised are enough. */
async function loosen(em: EntityManager, level: StockLevel, quantity: number): Promise<void> {
  if (level.loose >= quantity || level.available < quantity) return;
  const place = { variantId: level.variantId, warehouseId: level.warehouse.id };
  await takeInUnits(em, place, quantity - level.loose);
  await em.refresh(level);
}

function mustBeAsSeen({ onHandVersion }: StockLevel, expectedVersion: number | null): void {
  if (expectedVersion === null || expectedVersion === onHandVersion) return;
  throw new PublicError('CONFLICT', 'What is on hand has changed since. Look again.', { field: 'expectedVersion' });
}

/** The kit forgets keys in time; the ledger never does. */
function usedLongAgo(): PublicError {
  return new PublicError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used before.');
}
