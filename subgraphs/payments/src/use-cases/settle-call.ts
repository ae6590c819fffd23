import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { MoneyMovement } from '../domain/ledger.js';
import type { Payment } from '../domain/payment.js';
import { type Finding, type ProviderCall, type Verdict, verdictOn } from '../domain/provider-call.js';
import { Refund } from '../domain/refund.js';
import { followRefund } from './follow-refund.js';
import { lockPayment } from './lock-payment.js';
import { planNextCall } from './plan-next-call.js';
import { writeLedger } from './write-ledger.js';

/**
 * Saves what came of a call, with all that follows from it. Returns UNKNOWN when the attempt is not settled by it. Who
 * has lost the lease on the attempt changes nothing: its new holder finds out the same.
 */
export function settleCall(em: EntityManager, call: ProviderCall, finding: Finding, now: Date): Promise<Verdict> {
  return inTransaction(em, async (transaction) => {
    const payment = await lockPayment(transaction, { id: call.payment.id });
    if (!payment) throw new Error(`Payment ${call.payment.id} is gone.`);
    const verdict = verdictOn(call.operation, finding, payment.isLettingGo);
    if (verdict === 'UNKNOWN' || !(await close(transaction, call, verdict, finding))) return verdict;
    await apply(transaction, payment, { call, finding, now });
    return verdict;
  });
}

async function close(em: EntityManager, call: ProviderCall, verdict: Verdict, finding: Finding): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `update payment_attempt set state = ?, answer = ?::jsonb, locked_until = null, settled_at = now()
     where id = ? and lease_epoch = ? and state in ('PENDING', 'UNKNOWN') returning 1`,
    [verdict, JSON.stringify(answerOf(finding)), call.attemptId, call.epoch],
  );
  return rows.length === 1;
}

/** What is kept of an answer: everything but the customer's secret. */
function answerOf(finding: Finding): object {
  return finding.kind === 'NOTHING' ? finding : { ...finding.report, nextAction: undefined };
}

async function apply(
  em: EntityManager,
  payment: Payment,
  { call, finding, now }: { call: ProviderCall; finding: Finding; now: Date },
): Promise<void> {
  if (finding.kind === 'REFUND') {
    const refund = await em.findOneOrFail(Refund, { id: call.refundId ?? '' });
    followRefund(em, { payment, refund }, finding.report, now);
    return;
  }
  if (call.operation === 'AUTHORIZE' && call.isLate) payment.expire(now);
  writeLedger(em, payment, movementsOf(payment, call, finding), now);
  await planNextCall(em, payment, now);
}

function movementsOf(payment: Payment, { operation }: ProviderCall, finding: Finding): MoneyMovement[] {
  if (finding.kind !== 'PAYMENT') {
    payment.giveUp();
    return [];
  }
  return operation === 'CAPTURE' ? payment.settleCapture(finding.report) : payment.follow(finding.report);
}
