import type { EventHandler } from '@souk/kit/messaging';
import { paymentVoidedV1 } from '@souk/schema/events/payments';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The money of a cancelled order was let go. */
export function onPaymentVoided(checkout: Checkout): EventHandler {
  return advanceOn(checkout, paymentVoidedV1, () => ({ type: 'PaymentVoided' }));
}
