import { paymentVoidedV1 } from '@souk/schema/events/payments';
import { advanceOn } from './advance-on.js';

/** The money of a cancelled order was let go. */
export const onPaymentVoided = advanceOn(paymentVoidedV1, () => ({ type: 'PaymentVoided' }));
