import type { Clock } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { linesOf } from './held-units.js';
import { lockReservation } from './lock-reservation.js';
import { lockStockLevels } from './lock-stock-levels.js';
import { settleUnits } from './pooled-units.js';

export interface Dispatch {
  orderId: string;
  shipmentId: string;
  eventId: string;
}

/**
 * Takes an order's goods off the shelves: they have left. Publishes `inventory.stock-level.changed.v1` for each level.
 * @param em inside a transaction.
 * @throws {ReservationNotFoundError} when nothing was ever reserved.
 * @throws {ReservationTransitionError} when the stock was not the order's for good.
 */
export async function shipReservation(
  { em, now }: { em: EntityManager; now: Clock },
  { orderId, shipmentId, eventId }: Dispatch,
): Promise<void> {
  const reservation = await lockReservation(em, orderId);
  reservation.ship();
  const lines = await lockStockLevels(em, await linesOf(em, reservation.id));
  const about = { eventId, occurredAt: now(), staffId: null, reason: null, note: null };
  for (const { level, variantId, warehouseId, quantity, takenUnits } of lines) {
    if (takenUnits > 0) {
      await settleUnits(em, reservation.id, { variantId, warehouseId });
      await em.refresh(level);
    }
    const cause = `shipment:${shipmentId}:${warehouseId}:${variantId}`;
    em.persist(level.dispatch(quantity, { ...about, cause }));
  }
}
