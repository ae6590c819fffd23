import type { EventHandler } from '@souk/kit/messaging';
import { paymentCaptureFailedV1 } from '@souk/schema/events/payments';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The money that was held could not be taken: the order is cancelled. */
export function onPaymentCaptureFailed(checkout: Checkout): EventHandler {
  return advanceOn(checkout, paymentCaptureFailedV1, (data) => ({
    type: 'PaymentCaptureFailed',
    message: data.message,
  }));
}
