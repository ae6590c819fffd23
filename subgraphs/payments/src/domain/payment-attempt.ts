import { newId, type Origin } from '@souk/kit/domain';

export const operations = ['AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND'] as const;
export type Operation = (typeof operations)[number];

/** UNKNOWN: called, and nobody knows yet what came of it. */
export const attemptStates = ['PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN'] as const;
export type AttemptState = (typeof attemptStates)[number];

/** The states in which an attempt is still to be settled. */
export const openStates: readonly AttemptState[] = ['PENDING', 'UNKNOWN'];

export interface AttemptDraft {
  paymentId: string;
  operation: Operation;
  amountMinor: number;
  refundId: string | null;
  /** The how many-th of its operation for this payment, from 1. */
  ordinal: number;
}

/** One thing a provider is asked for, under one key however often it must be asked. Saved before the first call. */
export class PaymentAttempt {
  state: AttemptState = 'PENDING';

  /** Use {@link PaymentAttempt.of}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly paymentId: string,
    readonly operation: Operation,
    readonly providerKey: string,
    readonly amountMinor: number,
    readonly refundId: string | null,
    readonly origin: Origin,
  ) {}

  static of({ paymentId, operation, amountMinor, refundId, ordinal }: AttemptDraft, origin: Origin): PaymentAttempt {
    const providerKey = `pay:${paymentId}:${operation}:${ordinal}`;
    return new PaymentAttempt(newId(), paymentId, operation, providerKey, amountMinor, refundId, origin);
  }
}
