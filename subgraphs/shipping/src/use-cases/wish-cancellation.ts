import type { EntityManager } from '@souk/kit/persistence';
import { Shipment, type ShipmentCancellation } from '../domain/shipment.js';

/**
 * Takes note, inside the transaction of `em`, that an order is cancelled: its parcel is stopped at once where that needs
 * no carrier, and otherwise by the worker that asks. Publishes `shipping.shipment.cancelled.v1`.
 */
export async function wishCancellation(em: EntityManager, orderId: string, code: ShipmentCancellation): Promise<void> {
  const shipment = await em.findOne(Shipment, { orderId });
  if (!shipment) return;
  if (shipment.status === 'CANCELLED') shipment.repeatCancellation();
  else if (shipment.mayBeWithCarrier) shipment.cancellationWish ??= code;
  else if (shipment.status === 'CREATED') shipment.cancel(code);
}
