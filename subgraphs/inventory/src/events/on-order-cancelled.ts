import { onEvent } from '@souk/kit/messaging';
import { orderCancelledV1 } from '@souk/schema/events/orders';
import { releaseReservation } from '../use-cases/release-reservation.js';

/** Lets go of the goods of a cancelled order. It may come several times, and is answered each time. */
export const onOrderCancelled = onEvent(orderCancelledV1, ({ data }, { em }) => releaseReservation(em, data.orderId));
