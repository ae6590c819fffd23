import type { EntityManager } from '@souk/kit/persistence';
import type { Payment } from '../domain/payment.js';
import type { ProviderReport, RefundReport } from '../domain/provider-report.js';
import { Refund } from '../domain/refund.js';
import { weigh } from '../domain/weigh-report.js';
import { followRefund } from './follow-refund.js';
import { lockPayment } from './lock-payment.js';
import { planNextCall } from './plan-next-call.js';
import { writeLedger } from './write-ledger.js';

/** KNOWN: it is repeated, late, or says less than is known. */
export type Effect = 'APPLIED' | 'KNOWN' | 'UNKNOWN_PAYMENT';

/** What a provider says of a refund; `refundId` is ours, where it knows it. */
export interface RefundNews {
  refundId: string | null;
  report: RefundReport;
}

/**
 * Does to a payment what follows from a report that came by itself, or was looked for. Null: the report may be overtaken
 * and has to be fetched first. Runs inside a transaction.
 * @param isFresh whether the report was fetched just now, so that it needs no weighing.
 */
export async function applyReport(
  em: EntityManager,
  id: string,
  { report, isFresh }: { report: ProviderReport; isFresh: boolean },
  now: Date,
): Promise<Effect | null> {
  const payment = await lockPayment(em, { id });
  if (!payment) return 'UNKNOWN_PAYMENT';
  const weight = isFresh ? 'APPLY' : weigh(payment, report);
  if (weight === 'FETCH') return null;
  if (weight === 'IGNORE') return 'KNOWN';
  writeLedger(em, payment, payment.follow(report), now);
  await planNextCall(em, payment, now);
  return 'APPLIED';
}

/** Does what follows from a report on a refund, also on one that was made at the provider itself. Runs inside a transaction. */
export async function applyRefund(
  em: EntityManager,
  id: string,
  { refundId, report }: RefundNews,
  now: Date,
): Promise<Effect | null> {
  const payment = await lockPayment(em, { id });
  if (!payment) return 'UNKNOWN_PAYMENT';
  const refund = (await findRefund(em, payment, { refundId, report })) ?? madeElsewhere(em, payment, report, now);
  if (!refund?.isPending || report.status === 'PENDING') return 'KNOWN';
  followRefund(em, { payment, refund }, report, now);
  return 'APPLIED';
}

async function findRefund(
  em: EntityManager,
  { id: paymentId }: Payment,
  { refundId, report }: RefundNews,
): Promise<Refund | null> {
  if (refundId) return em.findOne(Refund, { id: refundId, paymentId });
  if (report.status === 'FAILED') return null;
  return em.findOne(Refund, { paymentId, providerReference: report.reference });
}

/** Somebody gave money back at the provider itself: it counts all the same. */
function madeElsewhere(em: EntityManager, payment: Payment, report: RefundReport, now: Date): Refund | null {
  if (report.status !== 'SUCCEEDED') return null;
  const { amountMinor } = report;
  const refund = payment.requestRefund({ amountMinor, reason: null, requestedBy: null }, now);
  em.persist(refund);
  return refund;
}
