import type { EventHandler } from '@souk/kit/messaging';
import { paymentCapturedV1 } from '@souk/schema/events/payments';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The money was taken: the order is paid. Of a cancelled order, it is about to be given back. */
export function onPaymentCaptured(checkout: Checkout): EventHandler {
  return advanceOn(checkout, paymentCapturedV1, () => ({ type: 'PaymentCaptured' }));
}
