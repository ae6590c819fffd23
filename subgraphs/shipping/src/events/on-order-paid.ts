import { onEvent } from '@souk/kit/messaging';
import { orderPaidV1 } from '@souk/schema/events/orders';
import { createShipment } from '../use-cases/create-shipment.js';

/** Makes a parcel for an order as soon as its money was taken. */
export function onOrderPaid(carrierCode: string) {
  return onEvent(orderPaidV1, async ({ data }, { em, now }) => {
    const { orderId, customerId, shippingMethodCode } = data;
    await createShipment(em, { orderId, customerId, methodCode: shippingMethodCode, carrier: carrierCode }, now());
  });
}
