import type { ServiceCode } from '../services/services.js';

export interface Recipient {
  name: string;
  line1: string;
  line2?: string;
  city: string;
  postalCode: string;
  countryCode: string;
}

/** What a sender asks for. */
export interface ShipmentRequest {
  reference: string;
  to: Recipient;
  weightGrams: number;
  service: ServiceCode;
}

export interface Shipment extends ShipmentRequest {
  id: string;
  trackingNumber: string;
  /** Whoever has it may look at the label: it is a part of the label's address. */
  labelToken: string;
  createdAt: string;
  stepSeconds: number;
  cancelledAt?: string;
}
