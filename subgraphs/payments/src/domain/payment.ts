import { AggregateRoot, Money, newId } from '@souk/kit/domain';
import type { MoneyMovement } from './ledger.js';
import {
  ContradictoryReportError,
  ForeignReferenceError,
  InvalidAmountError,
  NotRefundableError,
  PaymentTransitionError,
  RefundExceedsCapturedError,
} from './payment.errors.js';
import type { PaymentDraft } from './payment-draft.js';
import type { PaymentEvent, PaymentSubject } from './payment-event.js';
import type { PaymentFailure } from './payment-failure.js';
import { mayMove, type PaymentStatus } from './payment-status.js';
import type { NextAction, ProviderReport } from './provider-report.js';
import { Refund, type RefundWish } from './refund.js';

const nothingMoved: MoneyMovement[] = [];

/** The money for one order, from the wish to have it to its last refund. */
export class Payment extends AggregateRoot<PaymentEvent> {
  private _status: PaymentStatus = 'REQUESTED';
  /** What the provider calls it. */
  providerReference: string | null = null;
  /** Whether it could still come to hold or take money at the provider, so that it must be captured or closed. */
  isOpen = false;
  authorizedMinor = 0;
  releasedMinor = 0;
  capturedMinor = 0;
  refundedMinor = 0;
  /** Promised to refunds that are not through yet. */
  refundingMinor = 0;
  nextAction: NextAction | null = null;
  failure: PaymentFailure | null = null;
  captureRequestedAt: Date | null = null;
  cancelRequestedAt: Date | null = null;
  expiredAt: Date | null = null;

  /** Use {@link Payment.request}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly orderId: string,
    readonly customerId: string,
    readonly provider: string,
    readonly paymentToken: string,
    readonly amountMinor: number,
    readonly currency: string,
    readonly payBy: Date,
    readonly requestedAt: Date,
  ) {
    super();
  }

  static request({ amount, ...draft }: PaymentDraft, now: Date): Payment {
    const { orderId, customerId, provider, paymentToken, payBy } = draft;
    const { amountMinor, currency } = amount;
    return new Payment(newId(), orderId, customerId, provider, paymentToken, amountMinor, currency, payBy, now);
  }

  get status(): PaymentStatus {
    return this._status;
  }

  get refundableMinor(): number {
    return this.capturedMinor - this.refundedMinor - this.refundingMinor;
  }

  get heldMinor(): number {
    return this.authorizedMinor - this.capturedMinor - this.releasedMinor;
  }

  /** Whether the money is not wanted any more, or never to be had: what is held goes back, what was taken as well. */
  get isLettingGo(): boolean {
    return this.cancelRequestedAt !== null || this.expiredAt !== null || this.isOneOf('FAILED', 'VOIDED');
  }

  /** What the provider must be asked for next, from how things stand. Null when nothing is to be done. */
  get neededCall(): 'CAPTURE' | 'VOID' | null {
    if (this.isLettingGo) return this.isOpen ? 'VOID' : null;
    return this.captureRequestedAt && this._status === 'AUTHORIZED' ? 'CAPTURE' : null;
  }

  /**
   * Takes note of what the provider says. What is known already, or is older than what is known, changes nothing.
   * Returns what happened to money.
   * @throws {ForeignReferenceError} when the report is about another payment of the provider's.
   * @throws {ContradictoryReportError} when money was taken that is not held.
   */
  follow(report: ProviderReport): MoneyMovement[] {
    this.mustBeOurs(report.reference);
    switch (report.status) {
      case 'PROCESSING':
        return nothingMoved;
      case 'ACTION_REQUIRED':
        return this.awaitCustomer(report.nextAction);
      case 'AUTHORIZED':
        return this.hold(report.authorizedMinor);
      case 'CAPTURED':
        return [...this.hold(report.authorizedMinor), ...this.take(report.capturedMinor)];
      case 'DECLINED':
        return this.decline(report);
      case 'CANCELLED':
        return [...this.noteHold(report.authorizedMinor ?? 0), ...this.release()];
    }
  }

  /** Takes note of the answer to a capture, where a decline means that what is held cannot be taken. */
  settleCapture(report: ProviderReport): MoneyMovement[] {
    const isDeclined = report.status === 'DECLINED' && this._status === 'AUTHORIZED' && !this.isLettingGo;
    if (!isDeclined) return this.follow(report);
    this.fail('CAPTURE_FAILED', report.message);
    return nothingMoved;
  }

  /** There is nothing at the provider and nothing will come: the wish is dropped. */
  giveUp(): void {
    if (this._status === 'REQUESTED') this.end();
  }

  /** The time to pay is over. What is held from now on comes too late. */
  expire(now: Date): void {
    if (this.isOneOf('REQUESTED', 'ACTION_REQUIRED')) this.expiredAt ??= now;
  }

  /** The order is confirmed: the money may be taken. Says so again when there is none to take. */
  requestCapture(now: Date): void {
    this.captureRequestedAt ??= now;
    if (this.isOneOf('FAILED', 'VOIDED')) this.recordCaptureFailure();
  }

  /** The order is cancelled: the money goes back. */
  requestCancel(now: Date): void {
    this.cancelRequestedAt ??= now;
  }

  /** Says again how it ended, for who has not heard it. @param lastRefund the one that made it REFUNDED. */
  repeatOutcome(lastRefund: Refund | null): void {
    if (this._status === 'VOIDED') this.record({ type: 'PaymentVoided', ...this.subject });
    if (this._status === 'FAILED') this.recordFailure();
    if (this._status === 'REFUNDED' && lastRefund) this.recordRefund(lastRefund);
  }

  /**
   * Promises money back; it is the customer's when the provider has said so.
   * @throws {NotRefundableError} @throws {InvalidAmountError} @throws {RefundExceedsCapturedError}
   */
  requestRefund({ amountMinor, reason, requestedBy }: RefundWish, now: Date): Refund {
    if (this.capturedMinor === 0) throw new NotRefundableError(this._status);
    const wanted = amountMinor ?? this.refundableMinor;
    if (amountMinor !== null && wanted <= 0) throw new InvalidAmountError();
    if (wanted <= 0 || wanted > this.refundableMinor) {
      throw new RefundExceedsCapturedError(this.refundableMinor, this.currency);
    }
    this.refundingMinor += wanted;
    const { id: paymentId, currency } = this;
    return Refund.of({ paymentId, amountMinor: wanted, currency, reason, requestedBy }, now);
  }

  /** The provider has given the money back. Hearing it again changes nothing. */
  completeRefund(refund: Refund, reference: string, now: Date): MoneyMovement[] {
    if (!refund.isPending) return nothingMoved;
    refund.succeed(reference, now);
    this.refundingMinor -= refund.amountMinor;
    this.refundedMinor += refund.amountMinor;
    if (this.isOneOf('CAPTURED', 'PARTIALLY_REFUNDED')) {
      this.moveTo(this.refundedMinor === this.capturedMinor ? 'REFUNDED' : 'PARTIALLY_REFUNDED');
    }
    this.recordRefund(refund);
    return [{ kind: 'REFUNDED', amountMinor: refund.amountMinor }];
  }

  /** The provider refused to give the money back: it may be asked for again. */
  failRefund(refund: Refund, message: string, now: Date): void {
    if (!refund.isPending) return;
    refund.fail(message, now);
    this.refundingMinor -= refund.amountMinor;
  }

  private awaitCustomer(nextAction: NextAction): MoneyMovement[] {
    if (this._status !== 'REQUESTED') return this.noteOpen();
    this.isOpen = true;
    this.nextAction = nextAction;
    this.moveTo('ACTION_REQUIRED');
    if (!this.isLettingGo) this.record({ type: 'PaymentActionRequired', ...this.subject });
    return nothingMoved;
  }

  /** Money that is held although nobody wants it any more is noted, never announced: it will be let go. */
  private hold(amountMinor: number): MoneyMovement[] {
    const movements = this.noteHold(amountMinor);
    if (movements.length === 0) return nothingMoved;
    this.isOpen = true;
    if (this.isLettingGo) return movements;
    this.nextAction = null;
    this.moveTo('AUTHORIZED');
    this.record({ type: 'PaymentAuthorized', ...this.subject, amount: this.money(this.authorizedMinor) });
    return movements;
  }

  private noteHold(amountMinor: number): MoneyMovement[] {
    if (this.authorizedMinor > 0 || amountMinor === 0) return nothingMoved;
    this.authorizedMinor = amountMinor;
    return [{ kind: 'AUTHORIZED', amountMinor }];
  }

  private take(amountMinor: number): MoneyMovement[] {
    if (this.capturedMinor > 0) return nothingMoved;
    if (amountMinor > this.heldMinor) throw new ContradictoryReportError(this.id, amountMinor, this.heldMinor);
    this.capturedMinor = amountMinor;
    this.isOpen = false;
    const left = this.releaseRest();
    if (!this.isOneOf('FAILED', 'VOIDED')) {
      if (this._status !== 'AUTHORIZED') this.moveTo('AUTHORIZED');
      this.moveTo('CAPTURED');
    }
    this.record({ type: 'PaymentCaptured', ...this.subject, amount: this.money(this.capturedMinor) });
    return [{ kind: 'CAPTURED', amountMinor }, ...left];
  }

  private decline({ reference, message }: { reference: string | null; message: string }): MoneyMovement[] {
    const isAwaited = this.isOneOf('REQUESTED', 'ACTION_REQUIRED') && this.authorizedMinor === 0;
    if (!isAwaited) return reference === null ? nothingMoved : this.noteOpen();
    this.isOpen = reference !== null;
    this.fail('PAYMENT_DECLINED', message);
    return nothingMoved;
  }

  /** What is over here but can still be paid at the provider has to be closed there. */
  private noteOpen(): MoneyMovement[] {
    if (this.isOneOf('FAILED', 'VOIDED') && this.capturedMinor === 0) this.isOpen = true;
    return nothingMoved;
  }

  private release(): MoneyMovement[] {
    if (this.capturedMinor > 0) return nothingMoved;
    this.isOpen = false;
    this.nextAction = null;
    if (!this.isOneOf('FAILED', 'VOIDED')) this.end();
    return this.releaseRest();
  }

  private releaseRest(): MoneyMovement[] {
    const amountMinor = this.heldMinor;
    this.releasedMinor += amountMinor;
    return amountMinor > 0 ? [{ kind: 'RELEASED', amountMinor }] : nothingMoved;
  }

  /** The end of a payment that holds nothing: as it was wished, or because time or the provider ended it. */
  private end(): void {
    if (this.cancelRequestedAt || (this._status === 'AUTHORIZED' && !this.captureRequestedAt)) {
      this.moveTo('VOIDED');
      this.record({ type: 'PaymentVoided', ...this.subject });
    } else if (this._status === 'AUTHORIZED') {
      this.fail('CAPTURE_FAILED', 'The money is not held any more.');
    } else {
      this.fail('PAYMENT_EXPIRED', 'The payment was not completed in time.');
    }
  }

  private fail(code: PaymentFailure['code'], message: string): void {
    this.moveTo('FAILED');
    this.failure = { code, message };
    this.nextAction = null;
    this.recordFailure();
  }

  private recordFailure(): void {
    if (!this.failure) return;
    const { code, message } = this.failure;
    if (code === 'CAPTURE_FAILED') this.recordCaptureFailure();
    else this.record({ type: 'PaymentFailed', ...this.subject, code, message });
  }

  private recordCaptureFailure(): void {
    const message = this.failure?.message ?? 'The money is not held any more.';
    this.record({ type: 'PaymentCaptureFailed', ...this.subject, message });
  }

  private recordRefund(refund: Refund): void {
    const { id: refundId, reason } = refund;
    const [amount, refundedTotal] = [this.money(refund.amountMinor), this.money(this.refundedMinor)];
    const isFull = this.refundedMinor === this.capturedMinor;
    this.record({ type: 'PaymentRefunded', ...this.subject, refundId, amount, refundedTotal, isFull, reason });
  }

  private get subject(): PaymentSubject {
    return { paymentId: this.id, orderId: this.orderId };
  }

  private money(amountMinor: number): Money {
    return Money.of(amountMinor, this.currency);
  }

  private mustBeOurs(reference: string | null): void {
    if (reference === null) return;
    this.providerReference ??= reference;
    if (this.providerReference !== reference) {
      throw new ForeignReferenceError(this.id, this.providerReference, reference);
    }
  }

  private isOneOf(...statuses: PaymentStatus[]): boolean {
    return statuses.includes(this._status);
  }

  private moveTo(next: PaymentStatus): void {
    if (!mayMove(this._status, next)) throw new PaymentTransitionError(this._status, next);
    this._status = next;
  }
}
