import type { ProviderWebhook } from '../../domain/provider-report.js';
import { ourId } from './our-id.js';
import { anyEvent, type PaymentIntent, paymentIntentEvent, type Refund, refundEvent } from './stripe-objects.js';
import { refundReportOf, reportOf } from './stripe-reports.js';

/**
 * What a Stripe event says about a payment or a refund; null for kinds that do not concern us.
 * @throws {z.ZodError} when it has not the form of such an event.
 */
export function readStripeWebhook(payload: unknown): ProviderWebhook | null {
  switch (anyEvent.parse(payload).type) {
    case 'payment_intent.requires_action':
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.payment_failed':
    case 'payment_intent.succeeded':
    case 'payment_intent.canceled':
      return paymentWebhook(paymentIntentEvent.parse(payload).data.object);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refundWebhook(refundEvent.parse(payload).data.object);
    default:
      return null;
  }
}

function paymentWebhook(intent: PaymentIntent): ProviderWebhook {
  const paymentId = ourId(intent.metadata['paymentId']);
  return { kind: 'PAYMENT', paymentId, reference: intent.id, report: reportOf(intent) };
}

function refundWebhook(refund: Refund): ProviderWebhook | null {
  const intent = refund.payment_intent;
  if (!intent) return null;
  const reference = typeof intent === 'string' ? intent : intent.id;
  return { kind: 'REFUND', refundId: ourId(refund.metadata?.['refundId']), reference, report: refundReportOf(refund) };
}
