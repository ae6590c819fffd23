import type { EntityManager } from '@souk/kit/persistence';
import { Payment } from '../domain/payment.js';
import type { PaymentDraft } from '../domain/payment-draft.js';
import { planCall } from './plan-next-call.js';

/**
 * Begins the payment of an order, once: a second wish for the same order changes nothing. A provider that is not offered
 * is a refusal. Runs inside a transaction.
 */
export async function requestPayment(
  em: EntityManager,
  draft: PaymentDraft,
  { isOffered, now }: { isOffered: boolean; now: Date },
): Promise<void> {
  if (await em.count(Payment, { orderId: draft.orderId })) return;
  const payment = Payment.request(draft, now);
  em.persist(payment);
  if (isOffered) {
    await planCall(em, payment, { operation: 'AUTHORIZE', amountMinor: payment.amountMinor });
  } else {
    const message = 'This way to pay is not offered.';
    payment.follow({ status: 'DECLINED', reference: null, code: 'provider_not_offered', message });
  }
}
