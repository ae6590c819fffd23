import { notFound } from '../failures/stripe-failure.js';
import type { Work } from '../state/work.js';
import type { PaymentIntent } from './payment-intent.js';

/** @throws {StripeFailure} 404 resource_missing */
export function findIntent(work: Work, id: string): PaymentIntent {
  const intent = work.find('intents', id);
  if (!intent) throw notFound('payment_intent', id, 'intent');
  return intent;
}
