import { onEvent } from '@souk/kit/messaging';
import { shipmentDispatchedV1 } from '@souk/schema/events/shipping';
import { writeToBuyer } from '../use-cases/write-to-customer.js';

/** Tells the buyer that a parcel is on its way, and how to follow it. */
export const onShipmentDispatched = onEvent(shipmentDispatchedV1, async ({ data }, work) => {
  const { orderId, shipmentId, carrier, trackingNumber } = data;
  await writeToBuyer(work, { template: 'ORDER_SHIPPED', orderId, carrier, trackingNumber }, shipmentId);
});
