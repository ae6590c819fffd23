import { errorBody, type SubgraphParts } from '@souk/kit/server';
import express, { type Express, type Response } from 'express';
import { keepProviderEvent } from '../persistence/provider-events.js';
import { isSignedByStripe } from '../providers/stripe/is-signed-by-stripe.js';
import { readStripeEvent } from '../providers/stripe/read-stripe-event.js';

const rawBody = express.raw({ type: () => true, limit: '100kb' });

/**
 * Receives Stripe's events: checks the signature over the raw bytes and their age, and that the event can be read, keeps
 * it, answers. The work is done later by a worker, so that Stripe never waits for it.
 */
export function serveStripeWebhook(app: Express, { orm, now }: SubgraphParts, secrets: readonly string[]): void {
  app.post('/webhooks/stripe', rawBody, async (request, response) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signature = request.get('stripe-signature') ?? '';
    if (!isSignedByStripe(body, signature, { secrets, now: now() })) {
      refuse(response, 'The signature is not valid for this body at this time.');
      return;
    }
    const event = readStripeEvent(body);
    if (!event) {
      refuse(response, "The body does not have the form of Stripe's events.");
      return;
    }
    await keepProviderEvent(orm.em, { provider: 'stripe', ...event });
    response.json({ received: true });
  });
}

function refuse(response: Response, message: string): void {
  response.status(400).json(errorBody('BAD_REQUEST', message));
}
