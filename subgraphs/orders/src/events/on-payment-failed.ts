import type { EventHandler } from '@souk/kit/messaging';
import { paymentFailedV1 } from '@souk/schema/events/payments';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The money could not be held: the order is cancelled. */
export function onPaymentFailed(checkout: Checkout): EventHandler {
  return advanceOn(checkout, paymentFailedV1, (data) => ({
    type: 'PaymentFailed',
    code: data.code,
    message: data.message,
  }));
}
