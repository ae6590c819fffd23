import express, { type Router } from 'express';
import { z } from 'zod';
import { authenticationOutcomes, decideAuthentication } from '../authentication/decide-authentication.js';
import { type Emulator, transact } from '../emulator.js';
import { invalidRequest, notFound } from '../failures/stripe-failure.js';
import { readLedger } from '../ledger/ledger.js';
import { findIntent } from '../payment-intents/find-intent.js';
import { presentPaymentIntent } from '../payment-intents/present-payment-intent.js';
import { addressOf } from './answer.js';

const decision = z.strictObject({ outcome: z.enum(authenticationOutcomes) });

/** What Stripe does not have: the switches and the inside view for tests. */
export function emulatorRoutes(emulator: Emulator): Router {
  const { faults, store, webhooks } = emulator;
  const router = express.Router();
  router.use(express.json());

  router.get('/ledger', (_request, response) => {
    response.json(readLedger(store));
  });

  router.get('/faults', (_request, response) => {
    response.json(faults.settings);
  });
  router.post('/faults', (request, response) => {
    faults.change(request.body);
    response.json(faults.settings);
  });
  router.delete('/faults', (_request, response) => {
    faults.reset();
    response.json(faults.settings);
  });

  router.post('/payment_intents/:id/authentication', (request, response) => {
    const { outcome } = decision.parse(request.body);
    const circumstances = {
      requestId: null,
      idempotencyKey: null,
      publicUrl: emulator.config.publicUrl ?? addressOf(request),
    };
    const body = transact(emulator, circumstances, (work) =>
      presentPaymentIntent(work, decideAuthentication(work, findIntent(work, request.params.id), outcome)),
    );
    response.json(body);
  });

  router.post('/events/:id/resend', (request, response) => {
    const { id } = request.params;
    if (!store.find('events', id)) throw notFound('event', id, 'id');
    if (!emulator.config.webhook) throw invalidRequest('No webhook endpoint is set.');
    webhooks.resend(id);
    response.status(202).json({ id });
  });
  return router;
}
