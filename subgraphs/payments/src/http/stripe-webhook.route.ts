import { errorBody, type SubgraphParts } from '@souk/kit/server';
import express, { type Express } from 'express';
import { keepProviderEvent } from '../persistence/provider-events.js';
import { verifyStripeEvent } from '../providers/stripe/verify-stripe-event.js';

const rawBody = express.raw({ type: () => true, limit: '100kb' });

/**
 * Receives Stripe's events: checks the signature over the raw bytes and their age, keeps the event, answers. The work is
 * done later by a worker, so that Stripe never waits for it.
 */
export function serveStripeWebhook(app: Express, { orm, now }: SubgraphParts, secrets: readonly string[]): void {
  app.post('/webhooks/stripe', rawBody, async (request, response) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signature = request.get('stripe-signature') ?? '';
    const event = verifyStripeEvent(body, signature, { secrets, now: now() });
    if (!event) {
      response.status(400).json(errorBody('BAD_REQUEST', 'The signature is not valid for this body at this time.'));
      return;
    }
    await keepProviderEvent(orm.em, { provider: 'stripe', id: event.id, type: event.type, payload: event });
    response.json({ received: true });
  });
}
