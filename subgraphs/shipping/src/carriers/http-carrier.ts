import { z } from 'zod';
import type { Label, Parcel } from '../domain/shipment.js';
import { type Carrier, CarrierUnavailableError, NotDeliverableError, type TrackedParcel } from './carrier.js';

const timeoutMs = 10_000;

const labelSchema = z.object({ id: z.string(), trackingNumber: z.string(), labelUrl: z.url() });
const trackingSchema = z.object({
  status: z.enum(['LABEL_CREATED', 'PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'CANCELLED']),
  events: z.array(z.object({ status: z.string(), at: z.coerce.date(), location: z.string(), description: z.string() })),
});

interface CarrierAnswer {
  status: number;
  body: unknown;
}

/** A carrier that is spoken to over HTTP with JSON and an API key. */
export class HttpCarrier implements Carrier {
  readonly code = 'souk-parcel';

  constructor(private readonly options: { url: string; apiKey: string }) {}

  async book(reference: string, { to, weightGrams }: Parcel, service: string): Promise<Label> {
    const { line2, ...rest } = to;
    const request = {
      reference,
      to: { ...rest, ...(line2 && { line2 }) },
      weightGrams: Math.max(1, weightGrams),
      service,
    };
    const { status, body } = await this.call('POST', '/v1/shipments', request);
    if (status === 422) throw new NotDeliverableError('The carrier does not deliver to this address.');
    if (status !== 200 && status !== 201) throw unexpected(status);
    const { id, trackingNumber, labelUrl } = labelSchema.parse(body);
    return { carrierShipmentId: id, trackingNumber, labelUrl };
  }

  async track(carrierShipmentId: string): Promise<TrackedParcel> {
    const { status, body } = await this.call('GET', `/v1/shipments/${encodeURIComponent(carrierShipmentId)}`);
    if (status !== 200) throw unexpected(status);
    const parcel = trackingSchema.parse(body);
    return { status: parcel.status, steps: parcel.events };
  }

  async cancel(carrierShipmentId: string): Promise<boolean> {
    const { status } = await this.call('POST', `/v1/shipments/${encodeURIComponent(carrierShipmentId)}/cancel`, {});
    if (status === 409) return false;
    if (status !== 200) throw unexpected(status);
    return true;
  }

  private async call(method: string, path: string, body?: object): Promise<CarrierAnswer> {
    try {
      const response = await fetch(`${this.options.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${this.options.apiKey}`, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    } catch (error) {
      throw new CarrierUnavailableError('The carrier does not answer.', { cause: error });
    }
  }
}

function unexpected(status: number): CarrierUnavailableError {
  return new CarrierUnavailableError(`The carrier answered with status ${status}.`);
}
