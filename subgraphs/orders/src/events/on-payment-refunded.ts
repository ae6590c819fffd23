import { paymentRefundedV1 } from '@souk/schema/events/payments';
import { advanceOn } from './advance-on.js';

/** Money was given back. That alone cancels nothing. */
export const onPaymentRefunded = advanceOn(paymentRefundedV1, (data) => ({
  type: 'PaymentRefunded',
  isFull: data.isFull,
}));
