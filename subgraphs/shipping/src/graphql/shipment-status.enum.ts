import { registerEnumType } from 'type-graphql';
import { shipmentStatuses } from '../domain/shipment-status.js';

export const ShipmentStatusEnum = Object.fromEntries(shipmentStatuses.map((status) => [status, status]));
registerEnumType(ShipmentStatusEnum, {
  name: 'ShipmentStatus',
  description: 'How far a parcel has come.',
  valuesConfig: {
    CREATED: { description: 'It is to be sent; there is no label yet.' },
    LABELLED: { description: 'It is packed and has a label.' },
    DISPATCHED: { description: 'The carrier has it.' },
    DELIVERED: { description: 'It has arrived.' },
    CANCELLED: { description: 'It is not sent.' },
  },
});
