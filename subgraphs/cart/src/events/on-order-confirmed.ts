import { onEvent } from '@souk/kit/messaging';
import { orderConfirmedV1 } from '@souk/schema/events/orders';
import { OrderRemoval } from '../domain/order-removal.js';

/** Writes down that what was ordered is to leave the cart. A worker does it: the store is not in this transaction. */
export const onOrderConfirmed = onEvent(orderConfirmedV1, async ({ data }, { em, now }) => {
  if (await em.findOne(OrderRemoval, { orderId: data.orderId })) return;
  em.persist(new OrderRemoval(data.orderId, data.quoteId, data.lines, now()));
});
