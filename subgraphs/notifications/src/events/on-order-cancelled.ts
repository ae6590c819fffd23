import { onEvent } from '@souk/kit/messaging';
import { orderCancelledV1 } from '@souk/schema/events/orders';
import { writeToBuyer } from '../use-cases/write-to-customer.js';

/** Tells the buyer that the order was cancelled and why, once: later attempts of the same cancellation find it written. */
export const onOrderCancelled = onEvent(orderCancelledV1, async ({ data }, work) => {
  const { orderId, code } = data;
  await writeToBuyer(work, { template: 'ORDER_CANCELLED', orderId, code });
});
