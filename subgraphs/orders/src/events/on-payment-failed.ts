import { paymentFailedV1 } from '@souk/schema/events/payments';
import { advanceOn } from './advance-on.js';

/** The money could not be held: the order is cancelled. */
export const onPaymentFailed = advanceOn(paymentFailedV1, (data) => ({
  type: 'PaymentFailed',
  code: data.code,
  message: data.message,
}));
