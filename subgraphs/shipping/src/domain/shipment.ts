import { AggregateRoot, newId, type Origin } from '@souk/kit/domain';
import { ShipmentTransitionError } from './shipment.errors.js';
import { type ShipmentStatus, shipmentTransitions } from './shipment-status.js';

export type ShipmentCancellation = 'BY_CUSTOMER' | 'BY_STAFF' | 'NOT_DELIVERABLE';

/** What a carrier needs to know for a label. Weight in grams. */
export interface Parcel {
  to: { name: string; line1: string; line2: string | null; city: string; postalCode: string; countryCode: string };
  weightGrams: number;
}

/** What a carrier gives for a parcel. */
export interface Label {
  carrierShipmentId: string;
  trackingNumber: string;
  labelUrl: string;
}

/** What can happen to a shipment. */
export type ShipmentEvent =
  | { type: 'ShipmentCreated'; shipment: Shipment }
  | { type: 'ShipmentDispatched'; shipment: Shipment }
  | { type: 'ShipmentDelivered'; shipment: Shipment }
  | { type: 'ShipmentCancelled'; shipment: Shipment; code: ShipmentCancellation };

export interface ShipmentDraft {
  orderId: string;
  customerId: string;
  methodCode: string;
  carrier: string;
  origin: Origin;
}

/** A parcel for an order, from the wish to send it to its arrival. */
export class Shipment extends AggregateRoot<ShipmentEvent> {
  private _status: ShipmentStatus = 'CREATED';
  /** Written before the carrier is asked for a label: from then on the carrier may have one. */
  parcel: Parcel | null = null;
  label: Label | null = null;
  /** Somebody wants it stopped while the carrier may already have it; the carrier is asked. */
  cancellationWish: ShipmentCancellation | null = null;
  cancellationCode: ShipmentCancellation | null = null;
  dispatchedAt: Date | null = null;
  deliveredAt: Date | null = null;

  /** Use {@link Shipment.create}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly orderId: string,
    readonly customerId: string,
    readonly methodCode: string,
    readonly carrier: string,
    readonly origin: Origin,
    readonly createdAt: Date,
  ) {
    super();
  }

  static create({ orderId, customerId, methodCode, carrier, origin }: ShipmentDraft, now: Date): Shipment {
    const shipment = new Shipment(newId(), orderId, customerId, methodCode, carrier, origin, now);
    shipment.record({ type: 'ShipmentCreated', shipment });
    return shipment;
  }

  get status(): ShipmentStatus {
    return this._status;
  }

  /** Whether the carrier may know of it, so that only the carrier can say whether it can be stopped. */
  get mayBeWithCarrier(): boolean {
    return this._status === 'LABELLED' || (this._status === 'CREATED' && this.parcel !== null);
  }

  /** Notes what the carrier is about to be asked; asking again with the same is harmless. */
  prepareBooking(parcel: Parcel): void {
    this.parcel ??= parcel;
  }

  /** @throws {ShipmentTransitionError} when it has a label, or is cancelled. */
  attachLabel(label: Label): void {
    this.moveTo('LABELLED');
    this.label = label;
  }

  /** The carrier has it. @throws {ShipmentTransitionError} */
  dispatch(at: Date): void {
    this.moveTo('DISPATCHED');
    this.dispatchedAt = at;
    this.record({ type: 'ShipmentDispatched', shipment: this });
  }

  /** It has arrived. @throws {ShipmentTransitionError} */
  deliver(at: Date): void {
    this.moveTo('DELIVERED');
    this.deliveredAt = at;
    this.record({ type: 'ShipmentDelivered', shipment: this });
  }

  /** It will never leave. @throws {ShipmentTransitionError} when it has left. */
  cancel(code: ShipmentCancellation): void {
    this.moveTo('CANCELLED');
    this.cancellationCode = code;
    this.record({ type: 'ShipmentCancelled', shipment: this, code });
  }

  /** Says once more that it is cancelled, to who asks once more. */
  repeatCancellation(): void {
    if (this.cancellationCode) this.record({ type: 'ShipmentCancelled', shipment: this, code: this.cancellationCode });
  }

  private moveTo(next: ShipmentStatus): void {
    if (!shipmentTransitions[this._status].includes(next)) throw new ShipmentTransitionError(this._status, next);
    this._status = next;
  }
}
