import { onEvent } from '@souk/kit/messaging';
import { orderPaidV1 } from '@souk/schema/events/orders';
import type { ShippingHandlerContext } from '../context.js';
import { createShipment } from '../use-cases/create-shipment.js';

/** Makes a parcel for an order as soon as there is nothing left to pay. */
export const onOrderPaid = onEvent(orderPaidV1, ({ data }, { em, now, carrierCode }: ShippingHandlerContext) => {
  const { orderId, customerId, shippingMethodCode: methodCode } = data;
  return createShipment(em, { orderId, customerId, methodCode, carrier: carrierCode }, now());
});
