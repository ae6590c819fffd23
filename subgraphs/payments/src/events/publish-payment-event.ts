import type { EventMessage } from '@souk/kit/contracts';
import {
  paymentActionRequiredV1,
  paymentAuthorizedV1,
  paymentCapturedV1,
  paymentCaptureFailedV1,
  paymentFailedV1,
  paymentRefundedV1,
  paymentVoidedV1,
} from '@souk/schema/events/payments';
import type { PaymentEvent } from '../domain/payment-event.js';

/** Turns what happened to a payment into the messages other subgraphs rely on. */
export function publishPaymentEvent(event: PaymentEvent): EventMessage[] {
  const { paymentId, orderId } = event;
  const payment = { paymentId, orderId };
  switch (event.type) {
    case 'PaymentActionRequired':
      return [paymentActionRequiredV1(payment)];
    case 'PaymentAuthorized':
      return [paymentAuthorizedV1({ ...payment, amount: event.amount.toJSON() })];
    case 'PaymentFailed':
      return [paymentFailedV1({ ...payment, code: event.code, message: event.message })];
    case 'PaymentCaptured':
      return [paymentCapturedV1({ ...payment, amount: event.amount.toJSON() })];
    case 'PaymentCaptureFailed':
      return [paymentCaptureFailedV1({ ...payment, message: event.message })];
    case 'PaymentVoided':
      return [paymentVoidedV1(payment)];
    case 'PaymentRefunded': {
      const { refundId, amount, refundedTotal, isFull, reason } = event;
      const refund = { refundId, amount: amount.toJSON(), refundedTotal: refundedTotal.toJSON(), isFull, reason };
      return [paymentRefundedV1({ ...payment, ...refund })];
    }
  }
}
