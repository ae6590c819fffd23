import type { EntityManager } from '@souk/kit/persistence';
import type { Payment } from '../domain/payment.js';
import { Refund } from '../domain/refund.js';
import { lockPayment } from './lock-payment.js';
import { planNextCall } from './plan-next-call.js';

/**
 * Lets the money of a cancelled order go, whatever state it is in; may be asked for again and again. What was not asked
 * for yet is withdrawn, what is held is let go, what was taken is given back, and what is over is said again. Runs inside
 * a transaction.
 */
export async function cancelPayment(em: EntityManager, orderId: string, now: Date): Promise<void> {
  const payment = await lockPayment(em, { orderId });
  if (!payment) return;
  payment.repeatOutcome(await lastRefundOf(em, payment));
  payment.requestCancel(now);
  if (await withdrawUnmadeCalls(em, payment)) payment.giveUp();
  await planNextCall(em, payment, now);
}

/** Takes back the wish to hold or take money if no call was made for it yet. Returns whether there was one. */
async function withdrawUnmadeCalls(em: EntityManager, { id }: Payment): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `update payment_attempt set state = 'FAILED', settled_at = now(), answer = '{"withdrawn": true}'
     where payment_id = ? and operation in ('AUTHORIZE', 'CAPTURE') and state = 'PENDING' and tries = 0 returning 1`,
    [id],
  );
  return rows.length > 0;
}

function lastRefundOf(em: EntityManager, { id: paymentId }: Payment): Promise<Refund | null> {
  return em.findOne(Refund, { paymentId, status: 'SUCCEEDED' }, { orderBy: { settledAt: 'desc', id: 'desc' } });
}
