import type { EntityManager } from '@souk/kit/persistence';
import { lockPayment } from './lock-payment.js';
import { planNextCall } from './plan-next-call.js';

/** Has the money of a confirmed order taken, as soon as it is held; a free order has no payment. Runs inside a transaction. */
export async function capturePayment(em: EntityManager, orderId: string, now: Date): Promise<void> {
  const payment = await lockPayment(em, { orderId });
  if (!payment) return;
  payment.requestCapture(now);
  await planNextCall(em, payment, now);
}
