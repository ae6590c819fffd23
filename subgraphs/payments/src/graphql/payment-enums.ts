import { registerEnumType } from 'type-graphql';
import { failureCodes } from '../domain/payment-failure.js';
import { paymentStatuses } from '../domain/payment-status.js';
import { refundStatuses } from '../domain/refund.js';

export const PaymentStatusEnum = enumOf(paymentStatuses);
registerEnumType(PaymentStatusEnum, {
  name: 'PaymentStatus',
  description: 'How far a payment has come.',
  valuesConfig: {
    REQUESTED: { description: 'The provider is being asked to hold the money.' },
    ACTION_REQUIRED: { description: 'The customer must approve it first (3-D Secure).' },
    AUTHORIZED: { description: 'The money is held, not taken.' },
    CAPTURED: { description: 'The money was taken.' },
    PARTIALLY_REFUNDED: { description: 'A part of the money was given back.' },
    REFUNDED: { description: 'All of the money was given back.' },
    FAILED: { description: 'There is no money; `failure` says why.' },
    VOIDED: { description: 'The money was let go before it was taken.' },
  },
});

export const RefundStatusEnum = enumOf(refundStatuses);
registerEnumType(RefundStatusEnum, {
  name: 'RefundStatus',
  description: 'How far a refund has come.',
  valuesConfig: {
    PENDING: { description: 'The provider is being asked to give the money back.' },
    SUCCEEDED: { description: 'The money was given back.' },
    FAILED: { description: 'The provider refused; the money can be asked back again.' },
  },
});

export const PaymentFailureCodeEnum = enumOf(failureCodes);
registerEnumType(PaymentFailureCodeEnum, {
  name: 'PaymentFailureCode',
  description: 'Why there is no money.',
  valuesConfig: {
    PAYMENT_DECLINED: { description: 'The provider or the bank refused.' },
    PAYMENT_EXPIRED: { description: 'It was not completed in time.' },
    CAPTURE_FAILED: { description: 'The money was held, but could not be taken.' },
  },
});

function enumOf<Value extends string>(values: readonly Value[]): Record<Value, Value> {
  return Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
}
