import { paymentActionRequiredV1 } from '@souk/schema/events/payments';
import { advanceOn } from './advance-on.js';

/** The customer is asked to approve the payment; the order waits on. */
export const onPaymentActionRequired = advanceOn(paymentActionRequiredV1, () => ({ type: 'PaymentActionRequired' }));
