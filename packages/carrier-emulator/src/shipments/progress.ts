import type { Shipment } from './shipment.js';

export const shipmentStatuses = [
  'LABEL_CREATED',
  'PICKED_UP',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
  'CANCELLED',
] as const;
export type ShipmentStatus = (typeof shipmentStatuses)[number];

export interface TrackingEvent {
  status: ShipmentStatus;
  at: string;
  location: string;
  description: string;
}

type Stage = (shipment: Shipment) => Omit<TrackingEvent, 'at'>;

/** The stages of a parcel's way, one step apart. */
const stages: readonly Stage[] = [
  () => ({ status: 'LABEL_CREATED', location: 'Sender', description: 'The label was created.' }),
  () => ({ status: 'PICKED_UP', location: 'Sender', description: 'The parcel was picked up.' }),
  () => ({ status: 'IN_TRANSIT', location: 'Sorting centre', description: 'The parcel is on its way.' }),
  ({ to }) => ({ status: 'OUT_FOR_DELIVERY', location: to.city, description: 'The parcel is in the delivery van.' }),
  ({ to }) => ({ status: 'DELIVERED', location: to.city, description: 'The parcel was handed over.' }),
];

/** What has happened to a parcel until now, oldest first. It follows from the time alone. */
export function eventsOf(shipment: Shipment, now: Date): TrackingEvent[] {
  const until = shipment.cancelledAt ? Date.parse(shipment.cancelledAt) : now.getTime();
  const passed = stages
    .map((stage, step) => ({ at: timeOfStep(shipment, step), stage }))
    .filter(({ at }) => at <= until)
    .map(({ at, stage }) => toEvent(stage(shipment), at));
  return shipment.cancelledAt ? [...passed, cancellation(shipment.cancelledAt)] : passed;
}

export function statusOf(shipment: Shipment, now: Date): ShipmentStatus {
  return eventsOf(shipment, now).at(-1)?.status ?? 'LABEL_CREATED';
}

export function expectedDelivery(shipment: Shipment): Date {
  return new Date(timeOfStep(shipment, stages.length - 1));
}

function timeOfStep({ createdAt, stepSeconds }: Shipment, step: number): number {
  return Date.parse(createdAt) + step * stepSeconds * 1_000;
}

function toEvent({ status, location, description }: Omit<TrackingEvent, 'at'>, at: number): TrackingEvent {
  return { status, at: new Date(at).toISOString(), location, description };
}

function cancellation(at: string): TrackingEvent {
  return { status: 'CANCELLED', at, location: 'Sender', description: 'The sender cancelled the shipment.' };
}
