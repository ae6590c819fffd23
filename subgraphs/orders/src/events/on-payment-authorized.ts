import { paymentAuthorizedV1 } from '@souk/schema/events/payments';
import { advanceOn } from './advance-on.js';

/** The money is held: the stock is asked for, for good. */
export const onPaymentAuthorized = advanceOn(paymentAuthorizedV1, () => ({ type: 'PaymentAuthorized' }));
