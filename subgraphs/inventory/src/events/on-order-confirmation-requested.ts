import { onEvent } from '@souk/kit/messaging';
import { orderConfirmationRequestedV1 } from '@souk/schema/events/orders';
import { confirmReservation } from '../use-cases/confirm-reservation.js';

/** Makes the goods of an order its own for good: its money is held, or there is none to pay. */
export const onOrderConfirmationRequested = onEvent(orderConfirmationRequestedV1, ({ data }, { em }) =>
  confirmReservation(em, data.orderId),
);
