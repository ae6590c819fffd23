import { onEvent } from '@souk/kit/messaging';
import { orderConfirmationRequestedV1 } from '@souk/schema/events/orders';
import { confirmReservation } from '../use-cases/confirm-reservation.js';

/** Makes the goods of an order whose money is held its own for good. */
export const onOrderConfirmationRequested = onEvent(orderConfirmationRequestedV1, ({ data }, { em }) =>
  confirmReservation(em, data.orderId),
);
