import { onEvent } from '@souk/kit/messaging';
import { orderPlacedV1 } from '@souk/schema/events/orders';
import { rememberOrder } from '../persistence/known-orders.js';
import { writeToBuyer } from '../use-cases/write-to-customer.js';

/** Remembers whose order it is, and tells them that it was received. For guests the mail carries the link to it. */
export const onOrderPlaced = onEvent(orderPlacedV1, async ({ data }, work) => {
  const { orderId, orderNumber, customerId } = data;
  await rememberOrder(work.em, { orderId, orderNumber, customerId });
  await writeToBuyer(work, { template: 'ORDER_PLACED', orderId });
});
