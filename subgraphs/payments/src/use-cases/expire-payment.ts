import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { lockPayment } from './lock-payment.js';
import { planNextCall } from './plan-next-call.js';

/** Closes a payment that the customer has not completed in time, unless they just did. */
export async function expirePayment(em: EntityManager, id: string, now: Date): Promise<void> {
  await inTransaction(em, async (transaction) => {
    const payment = await lockPayment(transaction, { id });
    if (payment?.status !== 'ACTION_REQUIRED') return;
    payment.expire(now);
    await planNextCall(transaction, payment, now);
  });
}
