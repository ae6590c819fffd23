import { defineEntity, p } from '@mikro-orm/core';
import type { Origin } from '@souk/kit/domain';
import { aggregateColumns } from '@souk/kit/persistence';
import { type Label, type Parcel, Shipment, type ShipmentCancellation } from '../domain/shipment.js';
import { shipmentStatuses } from '../domain/shipment-status.js';

export const ShipmentSchema = defineEntity({
  class: Shipment,
  tableName: 'shipment',
  properties: {
    ...aggregateColumns,
    orderId: p.uuid(),
    customerId: p.uuid(),
    methodCode: p.text(),
    carrier: p.text(),
    status: p.enum(shipmentStatuses).accessor('_status'),
    parcel: p.json<Parcel>().nullable(),
    label: p.json<Label>().nullable(),
    cancellationWish: p.text().$type<ShipmentCancellation>().nullable(),
    cancellationCode: p.text().$type<ShipmentCancellation>().nullable(),
    origin: p.json<Origin>(),
    createdAt: p.datetime(),
    dispatchedAt: p.datetime().nullable(),
    deliveredAt: p.datetime().nullable(),
  },
});
