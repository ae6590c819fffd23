import { defineEvent, idField } from '@souk/kit/contracts';
import { z } from 'zod';

const shipment = z.object({ shipmentId: idField, orderId: idField });

export const shipmentCreatedV1 = defineEvent('shipping.shipment.created.v1', {
  schema: shipment,
  consumers: [],
  description: 'A parcel will be made for a paid order.',
});

export const shipmentDispatchedV1 = defineEvent('shipping.shipment.dispatched.v1', {
  schema: shipment.extend({ trackingNumber: z.string(), carrier: z.string() }),
  consumers: ['orders', 'inventory', 'notifications'],
  description: 'The carrier has the parcel: the stock has left.',
});

export const shipmentDeliveredV1 = defineEvent('shipping.shipment.delivered.v1', {
  schema: shipment,
  consumers: ['orders'],
  description: 'The parcel has arrived.',
});

export const shipmentCancelledV1 = defineEvent('shipping.shipment.cancelled.v1', {
  schema: shipment.extend({ code: z.enum(['BY_CUSTOMER', 'BY_STAFF', 'NOT_DELIVERABLE']) }),
  consumers: ['orders'],
  description: 'The parcel will not leave.',
});
