import type { Label, Parcel } from '../domain/shipment.js';

/** One thing that happened to a parcel on its way. */
export interface TrackingStep {
  status: string;
  at: Date;
  location: string;
  description: string;
}

export interface TrackedParcel {
  /** PICKED_UP and what follows means that the carrier has it. */
  status: 'LABEL_CREATED' | 'PICKED_UP' | 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'DELIVERED' | 'CANCELLED';
  steps: TrackingStep[];
}

/** The carrier takes no parcels to this address; asking again is useless. */
export class NotDeliverableError extends Error {}

/** The carrier does not answer, or not sensibly; what was asked may or may not have happened. */
export class CarrierUnavailableError extends Error {}

/** A company that carries parcels. */
export interface Carrier {
  readonly code: string;
  /**
   * Asks for a label; the same reference gets the same label.
   * @throws {NotDeliverableError} @throws {CarrierUnavailableError}
   */
  book(reference: string, parcel: Parcel, service: string): Promise<Label>;
  /** @throws {CarrierUnavailableError} */
  track(carrierShipmentId: string): Promise<TrackedParcel>;
  /** Whether the parcel stays here; false when it has been picked up. @throws {CarrierUnavailableError} */
  cancel(carrierShipmentId: string): Promise<boolean>;
}
