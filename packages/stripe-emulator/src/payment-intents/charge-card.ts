import { presentPaymentMethod } from '../cards/present-payment-method.js';
import { cardFor, type Decline } from '../cards/test-cards.js';
import type { Charge } from '../charges/charge.js';
import { newId } from '../state/new-id.js';
import type { Work } from '../state/work.js';
import type { PaymentIntent, PaymentMethod } from './payment-intent.js';
import { saveIntent } from './save-intent.js';

/** Asks the issuer for the money of an intent that has a card: held, taken at once, or declined. */
export function chargeCard(work: Work, intent: PaymentIntent, method: PaymentMethod): PaymentIntent {
  const decline = cardFor(method.token).decline ?? null;
  const captured = decline === null && intent.captureMethod !== 'manual';
  const charge = work.put('charges', newCharge(work, intent, { method, decline, captured }));
  if (decline) return declined(work, intent, { method, decline, charge });
  const paid = { ...intent, latestChargeId: charge.id, lastPaymentError: null };
  if (captured) {
    return saveIntent(
      work,
      { ...paid, status: 'succeeded', amountReceived: intent.amount },
      'payment_intent.succeeded',
    );
  }
  return saveIntent(work, { ...paid, status: 'requires_capture' }, 'payment_intent.amount_capturable_updated');
}

interface Outcome {
  method: PaymentMethod;
  decline: Decline | null;
  captured: boolean;
}

function newCharge(work: Work, intent: PaymentIntent, { method, decline, captured }: Outcome): Charge {
  return {
    id: newId('ch'),
    intentId: intent.id,
    created: work.now,
    amount: intent.amount,
    currency: intent.currency,
    metadata: intent.metadata,
    description: intent.description,
    paymentMethodId: method.id,
    token: method.token,
    decline,
    captured,
    amountCaptured: captured ? intent.amount : 0,
    amountReleased: 0,
    amountRefunded: 0,
  };
}

interface Declined {
  method: PaymentMethod;
  decline: Decline;
  charge: Charge;
}

function declined(work: Work, intent: PaymentIntent, { method, decline, charge }: Declined): PaymentIntent {
  const refused: PaymentIntent = {
    ...intent,
    status: 'requires_payment_method',
    paymentMethod: null,
    latestChargeId: charge.id,
    lastPaymentError: {
      type: 'card_error',
      code: decline.code,
      decline_code: decline.declineCode,
      message: decline.message,
      charge: charge.id,
      payment_method: presentPaymentMethod(method),
    },
  };
  return saveIntent(work, refused, 'payment_intent.payment_failed');
}
