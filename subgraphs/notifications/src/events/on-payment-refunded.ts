import { onEvent } from '@souk/kit/messaging';
import { paymentRefundedV1 } from '@souk/schema/events/payments';
import { writeToBuyer } from '../use-cases/write-to-customer.js';

/** Tells the buyer that money was given back, and why. */
export const onPaymentRefunded = onEvent(paymentRefundedV1, async ({ data }, work) => {
  const { orderId, refundId, amount, isFull, reason } = data;
  await writeToBuyer(work, { template: 'PAYMENT_REFUNDED', orderId, amount, isFull, reason }, refundId);
});
