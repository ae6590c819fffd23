import { CarrierFailure } from '../failures/carrier-failure.js';
import { findShipment } from './find-shipment.js';
import { statusOf } from './progress.js';
import type { Shipment } from './shipment.js';
import type { ShipmentStore } from './shipment-store.js';

interface Surroundings {
  store: ShipmentStore;
  now: Date;
}

/**
 * Calls a parcel off before it was picked up. Asking twice is no mistake.
 * @throws {CarrierFailure} SHIPMENT_NOT_CANCELLABLE, once it is on its way.
 */
export function cancelShipment({ store, now }: Surroundings, id: string): Shipment {
  const shipment = findShipment(store, id);
  const status = statusOf(shipment, now);
  if (status === 'CANCELLED') return shipment;
  if (status === 'LABEL_CREATED') return store.save({ ...shipment, cancelledAt: now.toISOString() });
  throw new CarrierFailure(409, 'SHIPMENT_NOT_CANCELLABLE', `The parcel can no longer be called off: it is ${status}.`);
}
