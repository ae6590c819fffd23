import { presentPaymentMethod } from '../cards/present-payment-method.js';
import { chargeCard } from '../payment-intents/charge-card.js';
import type { PaymentIntent } from '../payment-intents/payment-intent.js';
import { requireStatus } from '../payment-intents/require-status.js';
import { saveIntent } from '../payment-intents/save-intent.js';
import type { Work } from '../state/work.js';

export const authenticationOutcomes = ['complete', 'fail'] as const;
export type AuthenticationOutcome = (typeof authenticationOutcomes)[number];

const refusal =
  'The provided PaymentMethod has failed authentication. Provide another PaymentMethod to try to pay this PaymentIntent again.';

/**
 * What the cardholder said to their bank: yes, and the card is charged (which may still be declined), or no.
 * @throws {StripeFailure} when the intent does not wait for the cardholder.
 */
export function decideAuthentication(work: Work, intent: PaymentIntent, outcome: AuthenticationOutcome): PaymentIntent {
  requireStatus(work, intent, 'authenticated');
  const method = intent.paymentMethod!;
  if (outcome === 'complete') return chargeCard(work, intent, method);
  const refused: PaymentIntent = {
    ...intent,
    status: 'requires_payment_method',
    paymentMethod: null,
    lastPaymentError: {
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
      message: refusal,
      payment_method: presentPaymentMethod(method),
    },
  };
  return saveIntent(work, refused, 'payment_intent.payment_failed');
}
