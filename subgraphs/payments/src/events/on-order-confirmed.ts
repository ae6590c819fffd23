import { onEvent } from '@souk/kit/messaging';
import { orderConfirmedV1 } from '@souk/schema/events/orders';
import { capturePayment } from '../use-cases/capture-payment.js';

/** Stock and money are held for good: the money is taken. An order that is free has none. */
export const onOrderConfirmed = onEvent(orderConfirmedV1, ({ data }, { em, now }) =>
  capturePayment(em, data.orderId, now()),
);
