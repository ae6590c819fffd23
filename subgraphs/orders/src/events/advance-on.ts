import type { EventContract } from '@souk/kit/contracts';
import { onEvent } from '@souk/kit/messaging';
import type { OrdersHandlerContext } from '../context.js';
import type { CheckoutEvent } from '../processes/checkout-state.js';

/** A handler that tells an order's process what happened, in the process's own words. */
export function advanceOn<Data extends { orderId: string }>(
  contract: EventContract<Data>,
  toCheckoutEvent: (data: Data) => CheckoutEvent,
) {
  return onEvent(contract, ({ id, data }, { em, now, checkout }: OrdersHandlerContext) =>
    checkout.advance(em, data.orderId, toCheckoutEvent(data), { at: now(), causeEventId: id }),
  );
}
