import type { EventHandler } from '@souk/kit/messaging';
import { paymentActionRequiredV1 } from '@souk/schema/events/payments';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The customer is asked to approve the payment; the order waits on. */
export function onPaymentActionRequired(checkout: Checkout): EventHandler {
  return advanceOn(checkout, paymentActionRequiredV1, () => ({ type: 'PaymentActionRequired' }));
}
