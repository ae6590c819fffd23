import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { CarrierFailure } from '../failures/carrier-failure.js';
import type { Shipment, ShipmentRequest } from './shipment.js';
import type { ShipmentStore } from './shipment-store.js';
import { newTrackingNumber } from './tracking-number.js';

interface Surroundings {
  store: ShipmentStore;
  stepSeconds: number;
  now: Date;
}

/**
 * Takes a parcel on, once per reference: a repeated request gets the shipment it got before.
 * @throws {CarrierFailure} REFERENCE_CONFLICT, when the reference was used for something else.
 */
export function createShipment({ store, stepSeconds, now }: Surroundings, request: ShipmentRequest) {
  const existing = store.findByReference(request.reference);
  if (existing) return { shipment: requireSame(existing, request), created: false };
  const shipment: Shipment = {
    ...request,
    id: `shp_${randomUUID()}`,
    trackingNumber: newTrackingNumber(),
    labelToken: randomBytes(16).toString('base64url'),
    createdAt: now.toISOString(),
    stepSeconds,
  };
  return { shipment: store.save(shipment), created: true };
}

function requireSame(existing: Shipment, request: ShipmentRequest): Shipment {
  const { reference, to, weightGrams, service } = existing;
  if (isDeepStrictEqual({ reference, to, weightGrams, service }, { ...request })) return existing;
  throw new CarrierFailure(409, 'REFERENCE_CONFLICT', 'This reference belongs to a shipment of something else.');
}
