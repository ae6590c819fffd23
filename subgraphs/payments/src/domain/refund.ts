import { newId } from '@souk/kit/domain';

export const refundStatuses = ['PENDING', 'SUCCEEDED', 'FAILED'] as const;
export type RefundStatus = (typeof refundStatuses)[number];

/** What somebody wants to have given back. */
export interface RefundWish {
  /** Null: all that is left. */
  amountMinor: number | null;
  reason: string | null;
  /** The member of staff who asks; null when the order's cancellation does, or the provider itself did. */
  requestedBy: string | null;
}

export interface RefundDraft {
  paymentId: string;
  amountMinor: number;
  currency: string;
  reason: string | null;
  requestedBy: string | null;
}

/** Money on its way back to the customer. Its payment counts it and guards the sum. */
export class Refund {
  status: RefundStatus = 'PENDING';
  providerReference: string | null = null;
  /** Why the provider refused. */
  failureMessage: string | null = null;
  settledAt: Date | null = null;

  /** Use {@link Refund.of}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly paymentId: string,
    readonly amountMinor: number,
    readonly currency: string,
    readonly reason: string | null,
    readonly requestedBy: string | null,
    readonly requestedAt: Date,
  ) {}

  static of({ paymentId, amountMinor, currency, reason, requestedBy }: RefundDraft, now: Date): Refund {
    return new Refund(newId(), paymentId, amountMinor, currency, reason, requestedBy, now);
  }

  get isPending(): boolean {
    return this.status === 'PENDING';
  }

  /** Whether it is the one that a provider speaks of, by our name or by the provider's. */
  isKnownAs({ refundId, reference }: { refundId: string | null; reference: string }): boolean {
    return refundId === this.id || reference === this.providerReference;
  }

  succeed(reference: string, now: Date): void {
    this.status = 'SUCCEEDED';
    this.providerReference = reference;
    this.settledAt = now;
  }

  fail(message: string, now: Date): void {
    this.status = 'FAILED';
    this.failureMessage = message;
    this.settledAt = now;
  }
}
