import { cardFor } from '../cards/test-cards.js';
import { invalidRequest, noSuch, StripeFailure } from '../failures/stripe-failure.js';
import { newId } from '../state/new-id.js';
import type { Work } from '../state/work.js';
import { chargeCard } from './charge-card.js';
import type { PaymentIntent, PaymentMethod } from './payment-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';
import { unexpectedState } from './require-status.js';
import { saveIntent } from './save-intent.js';

/**
 * Tries to pay an intent with its payment method.
 * @throws {StripeFailure} 402 card_error when the card is declined; the intent keeps the reason.
 */
export function confirm(work: Work, intent: PaymentIntent): PaymentIntent {
  const { paymentMethod } = intent;
  if (!paymentMethod)
    throw unexpectedState(work, intent, 'This PaymentIntent cannot be confirmed: it is missing a payment method.');
  requireReturnUrl(intent);
  if (cardFor(paymentMethod.token).asksCardholder) {
    return saveIntent(work, { ...intent, status: 'requires_action' }, 'payment_intent.requires_action');
  }
  const tried = chargeCard(work, intent, paymentMethod);
  if (tried.lastPaymentError) throw cardError(work, tried);
  return tried;
}

/**
 * Gives a test card to an intent. A `pm_…` id that an answer showed is good for its own intent only.
 * @throws {StripeFailure} resource_missing
 */
export function paymentMethodFrom(token: string, current: PaymentMethod | null = null): PaymentMethod {
  if (current && token === current.id) return current;
  if (!token.startsWith('pm_')) throw noSuch('PaymentMethod', token, 'payment_method');
  cardFor(token);
  return { id: newId('pm'), token };
}

function requireReturnUrl(intent: PaymentIntent): void {
  const mayRedirect = intent.automaticPaymentMethods?.allow_redirects === 'always' && intent.allowedTypes === null;
  if (intent.returnUrl || !mayRedirect) return;
  throw invalidRequest(
    'This PaymentIntent accepts payment methods that may redirect your customer, so you must provide a `return_url`, ' +
      'or set `automatic_payment_methods[allow_redirects]` to never.',
  );
}

function cardError(work: Work, intent: PaymentIntent): StripeFailure {
  const { code, decline_code, message, charge, payment_method } = intent.lastPaymentError!;
  const param = cardFor(tokenOf(work, charge!)).decline?.param;
  return new StripeFailure(402, {
    type: 'card_error',
    code,
    decline_code,
    message,
    ...(param ? { param } : {}),
    charge,
    payment_intent: presentPaymentIntent(work, intent),
    payment_method,
  });
}

function tokenOf(work: Work, chargeId: string): string {
  return work.find('charges', chargeId)!.token;
}
