import { currentOrigin } from '@souk/kit/observability';
import type { EntityManager } from '@souk/kit/persistence';
import { Shipment, type ShipmentDraft } from '../domain/shipment.js';

/**
 * Decides that a parcel will be made for a paid order, inside the transaction of `em`. An order that was stopped before
 * keeps its cancelled shipment and gets no other. Publishes `shipping.shipment.created.v1`.
 */
export async function createShipment(
  em: EntityManager,
  draft: Omit<ShipmentDraft, 'origin'>,
  now: Date,
): Promise<void> {
  if (await em.count(Shipment, { orderId: draft.orderId })) return;
  em.persist(Shipment.create({ ...draft, origin: currentOrigin() }, now));
}
