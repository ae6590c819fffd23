import type { EventHandler } from '@souk/kit/messaging';
import { paymentRefundedV1 } from '@souk/schema/events/payments';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** Money was given back. That alone cancels nothing. */
export function onPaymentRefunded(checkout: Checkout): EventHandler {
  return advanceOn(checkout, paymentRefundedV1, (data) => ({ type: 'PaymentRefunded', isFull: data.isFull }));
}
