import type { EventHandler } from '@souk/kit/messaging';
import { paymentAuthorizedV1 } from '@souk/schema/events/payments';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The money is held: the stock is asked for, for good. */
export function onPaymentAuthorized(checkout: Checkout): EventHandler {
  return advanceOn(checkout, paymentAuthorizedV1, () => ({ type: 'PaymentAuthorized' }));
}
