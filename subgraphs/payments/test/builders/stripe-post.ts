import Stripe from 'stripe';
import type { TestPayments } from '../start-test-payments.js';
import { webhookSecret } from '../start-test-stripe.js';

export interface PostOptions {
  secret?: string;
  /** How long ago it was signed; negative for the future. */
  ageSeconds?: number;
  /** What is sent in place of the bytes that were signed. */
  body?: string;
  /** Replaces the signature header; null leaves it out. */
  signature?: string | null;
}

/** Posts an event to payments as Stripe does, or nearly so. Text is sent as it is. */
export async function postEvent(payments: TestPayments, event: unknown, options: PostOptions = {}): Promise<Response> {
  const payload = typeof event === 'string' ? event : JSON.stringify(event, null, 2);
  const { secret = webhookSecret, ageSeconds = 0, body = payload } = options;
  const timestamp = Math.floor(Date.now() / 1_000) - ageSeconds;
  const valid = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const { signature = valid } = options;
  const headers = { 'content-type': 'application/json', ...(signature !== null && { 'stripe-signature': signature }) };
  return fetch(`${payments.running.url}/webhooks/stripe`, { method: 'POST', headers, body });
}

export function anEvent(id: string, type: string, object: object): object {
  return { id, object: 'event', type, created: Math.floor(Date.now() / 1_000), data: { object } };
}

/** A PaymentIntent of one cent, captured, as an event shows it. */
export function anIntent(more: object): object {
  return {
    id: 'pi_1',
    object: 'payment_intent',
    status: 'succeeded',
    amount: 1,
    amount_capturable: 0,
    amount_received: 1,
    client_secret: 'pi_1_secret_1',
    last_payment_error: null,
    latest_charge: 'ch_1',
    metadata: {},
    next_action: null,
    ...more,
  };
}

/** A Refund of one cent, as an event shows it. */
export function aRefund(more: object): object {
  return {
    id: 're_1',
    object: 'refund',
    status: 'succeeded',
    amount: 1,
    payment_intent: 'pi_1',
    metadata: {},
    ...more,
  };
}
