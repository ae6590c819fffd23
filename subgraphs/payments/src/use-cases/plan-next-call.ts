import { currentOrigin } from '@souk/kit/observability';
import type { EntityManager } from '@souk/kit/persistence';
import type { Payment } from '../domain/payment.js';
import { type Operation, openStates, PaymentAttempt } from '../domain/payment-attempt.js';
import type { Refund, RefundWish } from '../domain/refund.js';

/**
 * Writes down what the provider must be asked for next, from how the payment stands; nothing while it is being asked.
 * The payment must be locked. Money taken of a payment that nobody wants any more is given back.
 */
export async function planNextCall(em: EntityManager, payment: Payment, now: Date): Promise<void> {
  const operation = payment.neededCall;
  if (operation && !(await isBeingAsked(em, payment))) {
    await planCall(em, payment, { operation, amountMinor: payment.authorizedMinor });
  }
  if (payment.isLettingGo && payment.refundableMinor > 0) {
    await planRefund(em, payment, { amountMinor: null, reason: 'The order was cancelled.', requestedBy: null }, now);
  }
}

/** Promises a refund and writes down that the provider must be asked for it. */
export async function planRefund(em: EntityManager, payment: Payment, wish: RefundWish, now: Date): Promise<Refund> {
  const refund = payment.requestRefund(wish, now);
  em.persist(refund);
  await planCall(em, payment, { operation: 'REFUND', amountMinor: refund.amountMinor, refundId: refund.id });
  return refund;
}

interface PlannedCall {
  operation: Operation;
  amountMinor: number;
  refundId?: string;
}

/** Saves the attempt before anybody calls: a worker takes it up as soon as this transaction is committed. */
export async function planCall(em: EntityManager, payment: Payment, call: PlannedCall): Promise<void> {
  const { operation, amountMinor, refundId = null } = call;
  const { id: paymentId } = payment;
  const ordinal = (await em.count(PaymentAttempt, { paymentId, operation })) + 1;
  em.persist(PaymentAttempt.of({ paymentId, operation, amountMinor, refundId, ordinal }, currentOrigin()));
}

async function isBeingAsked(em: EntityManager, { id: paymentId }: Payment): Promise<boolean> {
  const open = { paymentId, operation: { $ne: 'REFUND' as const }, state: { $in: [...openStates] } };
  return (await em.count(PaymentAttempt, open)) > 0;
}
