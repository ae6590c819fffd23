import { CarrierFailure } from '../failures/carrier-failure.js';
import type { Shipment } from './shipment.js';
import type { ShipmentStore } from './shipment-store.js';

/** @throws {CarrierFailure} NOT_FOUND */
export function findShipment(store: ShipmentStore, id: string): Shipment {
  const shipment = store.find(id);
  if (!shipment) throw new CarrierFailure(404, 'NOT_FOUND', 'There is no such shipment.');
  return shipment;
}
