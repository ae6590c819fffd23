import { registerEnumType } from 'type-graphql';
import { shipmentStatuses } from '../domain/shipment-status.js';

export const ShipmentStatusEnum = Object.fromEntries(shipmentStatuses.map((status) => [status, status]));
registerEnumType(ShipmentStatusEnum, { name: 'ShipmentStatus', description: 'How far a parcel has come.' });
