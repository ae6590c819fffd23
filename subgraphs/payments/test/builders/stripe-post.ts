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

/** Posts an event to payments as Stripe does, or nearly so. */
export async function postEvent(payments: TestPayments, event: object, options: PostOptions = {}): Promise<Response> {
  const payload = JSON.stringify(event, null, 2);
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
