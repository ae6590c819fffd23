import type Stripe from 'stripe';
import { presentCard } from '../cards/present-payment-method.js';
import type { Charge } from './charge.js';

/**
 * A charge as the API shows it. As at Stripe, money that was held and let go counts as refunded here,
 * so that a voided charge is `refunded` although it was never `captured`.
 */
export function presentCharge(charge: Charge): Stripe.Charge {
  const amountRefunded = charge.amountReleased + charge.amountRefunded;
  return {
    ...neverSet,
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.amountCaptured,
    amount_refunded: amountRefunded,
    captured: charge.captured,
    created: charge.created,
    currency: charge.currency,
    description: charge.description,
    failure_code: charge.decline?.code ?? null,
    failure_message: charge.decline?.message ?? null,
    metadata: charge.metadata,
    outcome: outcomeOf(charge),
    paid: charge.decline === null,
    payment_intent: charge.intentId,
    payment_method: charge.paymentMethodId,
    payment_method_details: { type: 'card', card: presentCard(charge.token) } as Stripe.Charge.PaymentMethodDetails,
    refunded: amountRefunded === charge.amount,
    status: charge.decline ? 'failed' : 'succeeded',
  };
}

function outcomeOf({ decline }: Charge): Stripe.Charge.Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: decline ? 'declined_by_network' : 'approved_by_network',
    reason: decline?.declineCode ?? null,
    risk_level: 'normal',
    risk_score: 1,
    seller_message: decline ? 'The bank returned a decline.' : 'Payment complete.',
    type: decline ? 'issuer_declined' : 'authorized',
  };
}

const nobody = { address: null, email: null, name: null, phone: null, tax_id: null };

/** What belongs to parts of Stripe that are not emulated. */
const neverSet = {
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  billing_details: nobody,
  calculated_statement_descriptor: 'SOUK',
  customer: null,
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  receipt_email: null,
  receipt_number: null,
  receipt_url: null,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<Stripe.Charge>;
