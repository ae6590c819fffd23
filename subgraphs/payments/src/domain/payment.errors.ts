import { DomainError } from '@souk/kit/domain';
import type { PaymentStatus } from './payment-status.js';

export class PaymentTransitionError extends DomainError {
  readonly code = 'INVALID_STATE_TRANSITION';
  constructor(from: PaymentStatus, to: PaymentStatus) {
    super(`A payment that is ${from} cannot become ${to}.`);
  }
}

/** Only money that was taken can be given back. */
export class NotRefundableError extends DomainError {
  readonly code = 'INVALID_STATE_TRANSITION';
  constructor(status: PaymentStatus) {
    super(`A payment that is ${status} has nothing to refund.`, ['input', 'paymentId']);
  }
}

export class RefundExceedsCapturedError extends DomainError {
  readonly code = 'REFUND_EXCEEDS_CAPTURED';
  constructor(refundableMinor: number, currency: string) {
    super(`At most ${refundableMinor} minor units of ${currency} can still be refunded.`, ['input', 'amountMinor']);
  }
}

export class InvalidAmountError extends DomainError {
  readonly code = 'INVALID_AMOUNT';
  constructor() {
    super('An amount to refund is at least one minor unit.', ['input', 'amountMinor']);
  }
}

export class PaymentNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such payment.', ['input', 'paymentId']);
  }
}

/** The provider speaks of another payment of its own than the one we know: somebody must look at it. */
export class ForeignReferenceError extends Error {
  constructor(paymentId: string, known: string, reported: string) {
    super(`Payment ${paymentId} is ${known} at the provider, but the report is about ${reported}.`);
    this.name = 'ForeignReferenceError';
  }
}

/** The provider says that money was taken which it had let go before: somebody must look at it. */
export class ContradictoryReportError extends Error {
  constructor(paymentId: string, capturedMinor: number, heldMinor: number) {
    super(`${capturedMinor} is said to be taken of payment ${paymentId}, of which ${heldMinor} is held.`);
    this.name = 'ContradictoryReportError';
  }
}
