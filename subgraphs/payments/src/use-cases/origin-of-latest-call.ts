import type { Origin } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { PaymentAttempt } from '../domain/payment-attempt.js';

/** What a provider says follows from what it was last asked for, so it belongs to the same request. */
export async function originOfLatestCall(em: EntityManager, paymentId: string): Promise<Origin | undefined> {
  const [latest] = await em.find(PaymentAttempt, { paymentId }, { orderBy: { id: 'desc' }, limit: 1 });
  return latest?.origin;
}
