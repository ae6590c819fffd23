import { onEvent } from '@souk/kit/messaging';
import { paymentActionRequiredV1 } from '@souk/schema/events/payments';
import { writeToBuyer } from '../use-cases/write-to-customer.js';

/** Asks the buyer to approve the payment. */
export const onPaymentActionRequired = onEvent(paymentActionRequiredV1, async ({ data }, work) => {
  const { orderId, paymentId } = data;
  await writeToBuyer(work, { template: 'PAYMENT_ACTION_REQUIRED', orderId }, paymentId);
});
