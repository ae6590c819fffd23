import type { EventContract } from '@souk/kit/contracts';
import { type EventHandler, onEvent } from '@souk/kit/messaging';
import type { CheckoutEvent } from '../processes/checkout-state.js';
import type { Checkout } from '../use-cases/checkout.js';

/** A handler that tells an order's process what happened, in the process's own words. */
export function advanceOn<Data extends { orderId: string }>(
  checkout: Checkout,
  contract: EventContract<Data>,
  toCheckoutEvent: (data: Data) => CheckoutEvent,
): EventHandler {
  return onEvent(contract, ({ id, data }, { em, now }) =>
    checkout.advance(em, data.orderId, toCheckoutEvent(data), { at: now(), causeEventId: id }),
  );
}
