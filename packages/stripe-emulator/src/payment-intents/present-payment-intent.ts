import type Stripe from 'stripe';
import type { Work } from '../state/work.js';
import { amountCapturable, type PaymentIntent } from './payment-intent.js';

/** A payment intent as the API shows it. */
export function presentPaymentIntent(work: Work, intent: PaymentIntent): Stripe.PaymentIntent {
  return {
    ...neverSet,
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: intent.allowedTypes,
    amount: intent.amount,
    amount_capturable: amountCapturable(intent),
    amount_received: intent.amountReceived,
    automatic_payment_methods: intent.automaticPaymentMethods,
    canceled_at: intent.canceledAt,
    cancellation_reason: intent.cancellationReason,
    capture_method: intent.captureMethod,
    client_secret: intent.clientSecret,
    created: intent.created,
    currency: intent.currency,
    description: intent.description,
    last_payment_error: intent.lastPaymentError as Stripe.PaymentIntent.LastPaymentError | null,
    latest_charge: intent.latestChargeId,
    metadata: intent.metadata,
    next_action: nextAction(work.circumstances.publicUrl, intent),
    payment_method: intent.paymentMethod?.id ?? null,
    receipt_email: intent.receiptEmail,
    statement_descriptor_suffix: intent.statementDescriptorSuffix,
    status: intent.status,
  };
}

function nextAction(publicUrl: string, intent: PaymentIntent): Stripe.PaymentIntent.NextAction | null {
  if (intent.status !== 'requires_action') return null;
  const url = `${publicUrl}/redirect/authenticate/${intent.id}?client_secret=${intent.clientSecret}`;
  return { type: 'redirect_to_url', redirect_to_url: { url, return_url: intent.returnUrl } };
}

/** What belongs to parts of Stripe that are not emulated. */
const neverSet = {
  application: null,
  application_fee_amount: null,
  confirmation_method: 'automatic',
  customer: null,
  customer_account: null,
  excluded_payment_method_types: null,
  livemode: false,
  managed_payments: null,
  on_behalf_of: null,
  payment_method_configuration_details: null,
  payment_method_options: {
    card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
  },
  payment_method_types: ['card'],
  payment_record: null,
  processing: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<Stripe.PaymentIntent>;
