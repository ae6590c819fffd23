import type { Clock } from '@souk/kit/domain';
import { PublicError } from '@souk/kit/domain';
import { type EntityManager, idempotently, type Outcome } from '@souk/kit/persistence';
import { PaymentNotFoundError } from '../domain/payment.errors.js';
import { lockPayment } from './lock-payment.js';
import { planRefund } from './plan-next-call.js';

const longestReason = 500;

export interface RefundCommand {
  paymentId: string;
  /** Null: all that is left. */
  amountMinor: number | null;
  reason: string | null;
  idempotencyKey: string;
  /** The member of staff who asks. */
  requestedBy: string;
}

/** Which refund was begun, of which payment. */
export interface RefundReceipt {
  paymentId: string;
  refundId: string;
}

/**
 * Gives money back to the customer, all of it or a part. The refund is PENDING until the provider has done it.
 * @throws {PaymentNotFoundError} @throws {NotRefundableError} @throws {InvalidAmountError}
 * @throws {RefundExceedsCapturedError}
 */
export function refundPayment(
  { em, now }: { em: EntityManager; now: Clock },
  { idempotencyKey, requestedBy, ...request }: RefundCommand,
): Promise<Outcome<RefundReceipt>> {
  const { paymentId, amountMinor, reason } = request;
  if (reason && reason.length > longestReason) {
    throw new PublicError('BAD_USER_INPUT', `A reason has at most ${longestReason} characters.`, { field: 'reason' });
  }
  const wish = { owner: requestedBy, operation: 'refundPayment', key: idempotencyKey, request };
  return idempotently(em, wish, async (transaction) => {
    const payment = await lockPayment(transaction, { id: paymentId });
    if (!payment) throw new PaymentNotFoundError();
    const refund = await planRefund(transaction, payment, { amountMinor, reason, requestedBy }, now());
    return { paymentId, refundId: refund.id };
  });
}
