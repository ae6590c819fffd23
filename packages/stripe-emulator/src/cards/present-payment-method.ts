import type { PaymentMethod } from '../payment-intents/payment-intent.js';
import { cardFor } from './test-cards.js';

/** The part of a card that anybody may see. */
export function presentCard(token: string) {
  const { brand, last4 } = cardFor(token);
  return {
    brand,
    last4,
    exp_month: 12,
    exp_year: 2034,
    funding: 'credit',
    country: 'US',
    network: brand,
    wallet: null,
  };
}

export function presentPaymentMethod({ id, token }: PaymentMethod): object {
  return { id, object: 'payment_method', type: 'card', card: presentCard(token), livemode: false, metadata: {} };
}
