import { paymentCapturedV1 } from '@souk/schema/events/payments';
import { advanceOn } from './advance-on.js';

/** The money was taken: the order is paid. Of a cancelled order, it is about to be given back. */
export const onPaymentCaptured = advanceOn(paymentCapturedV1, () => ({ type: 'PaymentCaptured' }));
