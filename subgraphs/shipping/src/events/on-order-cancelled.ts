import { onEvent } from '@souk/kit/messaging';
import { orderCancelledV1 } from '@souk/schema/events/orders';
import { wishCancellation } from '../use-cases/wish-cancellation.js';

/** Keeps the parcel of a cancelled order from leaving, if there is one and it is still here. */
export const onOrderCancelled = onEvent(orderCancelledV1, async ({ data }, { em }) => {
  await wishCancellation(em, data.orderId, data.code === 'BY_CUSTOMER' ? 'BY_CUSTOMER' : 'BY_STAFF');
});
