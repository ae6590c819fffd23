import { onEvent } from '@souk/kit/messaging';
import { orderPaidV1 } from '@souk/schema/events/orders';
import { writeToBuyer } from '../use-cases/write-to-customer.js';

/** Confirms the payment to the buyer, or the order where there was nothing to pay. */
export const onOrderPaid = onEvent(orderPaidV1, async ({ data }, work) => {
  const { orderId, total } = data;
  await writeToBuyer(work, { template: 'ORDER_PAID', orderId, isFree: total.amountMinor === 0 });
});
