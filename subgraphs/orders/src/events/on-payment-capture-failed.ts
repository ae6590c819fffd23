import { paymentCaptureFailedV1 } from '@souk/schema/events/payments';
import { advanceOn } from './advance-on.js';

/** The money that was held could not be taken: the order is cancelled. */
export const onPaymentCaptureFailed = advanceOn(paymentCaptureFailedV1, (data) => ({
  type: 'PaymentCaptureFailed',
  message: data.message,
}));
