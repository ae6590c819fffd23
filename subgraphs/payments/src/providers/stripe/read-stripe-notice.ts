import { isId } from '@souk/kit/domain';
import type Stripe from 'stripe';
import type { ProviderNotice } from '../../domain/provider-report.js';
import { refundReportOf, reportOf } from './stripe-reports.js';

/** What a Stripe event says about a payment or a refund; null for kinds that do not concern us. */
export function readStripeNotice(event: Stripe.Event): ProviderNotice | null {
  switch (event.type) {
    case 'payment_intent.requires_action':
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.payment_failed':
    case 'payment_intent.succeeded':
    case 'payment_intent.canceled':
      return paymentNotice(event.data.object);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refundNotice(event.data.object);
    default:
      return null;
  }
}

function paymentNotice(intent: Stripe.PaymentIntent): ProviderNotice {
  const paymentId = ourId(intent.metadata['paymentId']);
  return { kind: 'PAYMENT', paymentId, reference: intent.id, report: reportOf(intent) };
}

function refundNotice(refund: Stripe.Refund): ProviderNotice | null {
  const intent = refund.payment_intent;
  if (!intent) return null;
  const reference = typeof intent === 'string' ? intent : intent.id;
  return { kind: 'REFUND', refundId: ourId(refund.metadata?.['refundId']), reference, report: refundReportOf(refund) };
}

function ourId(value: string | undefined): string | null {
  return value !== undefined && isId(value) ? value : null;
}
