import { onEvent } from '@souk/kit/messaging';
import { orderDeliveredV1 } from '@souk/schema/events/orders';
import { writeToBuyer } from '../use-cases/write-to-customer.js';

/** Tells the buyer that the parcel has arrived. */
export const onOrderDelivered = onEvent(orderDeliveredV1, async ({ data }, work) => {
  await writeToBuyer(work, { template: 'ORDER_DELIVERED', orderId: data.orderId });
});
