import { onEvent } from '@souk/kit/messaging';
import { orderCancelledV1 } from '@souk/schema/events/orders';
import { cancelPayment } from '../use-cases/cancel-payment.js';

/** The money goes back. Comes again as long as the order has not heard that it did. */
export const onOrderCancelled = onEvent(orderCancelledV1, ({ data }, { em, now }) =>
  cancelPayment(em, data.orderId, now()),
);
