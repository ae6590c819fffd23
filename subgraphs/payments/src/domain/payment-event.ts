import type { Money } from '@souk/kit/domain';

/** Which payment it happened to, and for which order. */
export interface PaymentSubject {
  paymentId: string;
  orderId: string;
}

/** What can happen to a payment. */
export type PaymentEvent =
  | ({ type: 'PaymentActionRequired' } & PaymentSubject)
  | ({ type: 'PaymentAuthorized'; amount: Money } & PaymentSubject)
  | ({ type: 'PaymentFailed'; code: 'PAYMENT_DECLINED' | 'PAYMENT_EXPIRED'; message: string } & PaymentSubject)
  | ({ type: 'PaymentCaptured'; amount: Money } & PaymentSubject)
  | ({ type: 'PaymentCaptureFailed'; message: string } & PaymentSubject)
  | ({ type: 'PaymentVoided' } & PaymentSubject)
  | ({ type: 'PaymentRefunded' } & RefundedMoney & PaymentSubject);

export interface RefundedMoney {
  refundId: string;
  amount: Money;
  /** All that was given back of this payment so far. */
  refundedTotal: Money;
  isFull: boolean;
  reason: string | null;
}
