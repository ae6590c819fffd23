import { registerEnumType } from 'type-graphql';
import { differenceKinds, differenceStatuses, differenceSubjects } from '../domain/difference.js';
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

export const DifferenceKindEnum = enumOf(differenceKinds);
registerEnumType(DifferenceKindEnum, {
  name: 'ReconciliationDifferenceKind',
  description: "In what the provider's books and ours do not agree.",
  valuesConfig: {
    MISSING_HERE: { description: 'The provider has it, we do not.' },
    MISSING_THERE: { description: 'We have it, the provider does not.' },
    AMOUNT_DIFFERS: { description: 'An amount is not the same in all books.' },
    CURRENCY_DIFFERS: { description: 'The currency is not the same.' },
    STATE_DIFFERS: { description: 'One side says that something happened of which the other does not know.' },
  },
});

export const DifferenceSubjectEnum = enumOf(differenceSubjects);
registerEnumType(DifferenceSubjectEnum, {
  name: 'ReconciliationDifferenceSubject',
  description: 'What was compared.',
  valuesConfig: {
    PAYMENT: { description: 'A payment.' },
    REFUND: { description: 'Money that was given back.' },
  },
});

export const DifferenceStatusEnum = enumOf(differenceStatuses);
registerEnumType(DifferenceStatusEnum, {
  name: 'ReconciliationDifferenceStatus',
  description: 'What became of a difference.',
  valuesConfig: {
    OPEN: { description: 'Nothing explains it: somebody must look.' },
    REPAIRED: { description: "The provider's own news mended it." },
    GONE: { description: 'It was not found any more.' },
  },
});

function enumOf<Value extends string>(values: readonly Value[]): Record<Value, Value> {
  return Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
}
