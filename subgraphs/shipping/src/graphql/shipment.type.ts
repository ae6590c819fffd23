import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Shipment } from '../domain/shipment.js';
import type { TrackingEventRow } from '../persistence/find-shipments.js';
import { ShipmentStatusEnum } from './shipment-status.enum.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('TrackingEvent', { description: 'One thing that happened to a parcel on its way.' })
export class TrackingEventType {
  @Field(() => String, { description: "The carrier's word for it, such as PICKED_UP." })
  status!: string;

  @Field(() => Date, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => String, { description: 'Where it happened.' })
  location!: string;

  @Field(() => String, { description: 'What happened, for people.' })
  description!: string;
}

@Directive('@key(fields: "id")')
@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('Shipment', { description: 'A parcel for an order.' })
export class ShipmentType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ShipmentStatusEnum, { description: 'How far it has come.' })
  status!: string;

  @Field(() => String, { description: 'Who carries it.' })
  carrier!: string;

  @Field(() => String, { description: 'The way that the customer chose, such as `standard`.' })
  methodCode!: string;

  @Field(() => String, { nullable: true, description: "The carrier's number, as soon as there is a label." })
  trackingNumber?: string | undefined;

  @Directive('@requiresScopes(scopes: [["shipping:read"]])')
  @Field(() => String, { nullable: true, description: 'The label to print, for staff.' })
  labelUrl?: string | undefined;

  @Field(() => Date, { description: 'When it was decided to send it.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the carrier took it.' })
  dispatchedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it arrived.' })
  deliveredAt!: Date | null;
}

export function toShipmentType(shipment: Shipment): ShipmentType {
  const { id, status, carrier, methodCode, label, createdAt, dispatchedAt, deliveredAt } = shipment;
  const { trackingNumber, labelUrl } = label ?? {};
  const fields = { id, status, carrier, methodCode, trackingNumber, labelUrl, createdAt, dispatchedAt, deliveredAt };
  return Object.assign(new ShipmentType(), fields);
}

export function toTrackingEventType({
  status,
  occurred_at,
  location,
  description,
}: TrackingEventRow): TrackingEventType {
  return Object.assign(new TrackingEventType(), { status, occurredAt: new Date(occurred_at), location, description });
}
