import { onEvent } from '@souk/kit/messaging';
import { orderPaidV1 } from '@souk/schema/events/orders';
import { writeToBuyer } from '../use-cases/write-to-customer.js';

/** Confirms the payment to the buyer. */
export const onOrderPaid = onEvent(orderPaidV1, async ({ data }, work) => {
  await writeToBuyer(work, { template: 'ORDER_PAID', orderId: data.orderId });
});
