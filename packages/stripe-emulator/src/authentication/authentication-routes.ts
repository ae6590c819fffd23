import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { type Emulator, transact } from '../emulator.js';
import { notFound } from '../failures/stripe-failure.js';
import { addressOf } from '../http/answer.js';
import { findIntent } from '../payment-intents/find-intent.js';
import type { PaymentIntent } from '../payment-intents/payment-intent.js';
import type { Work } from '../state/work.js';
import { authenticationEndPage, authenticationPage } from './authentication-page.js';
import { authenticationOutcomes, decideAuthentication } from './decide-authentication.js';

const decision = z.object({ client_secret: z.string(), outcome: z.enum(authenticationOutcomes) });

/** The bank's page, to which a customer is sent for 3-D Secure. */
export function authenticationRoutes(emulator: Emulator): Router {
  const router = express.Router();

  router.get('/:id', (request, response) => {
    const intent = change(emulator, request, (work) => intentOfVisitor(work, request, request.query.client_secret));
    const waits = intent.status === 'requires_action';
    response.set(pageHeaders).send(waits ? authenticationPage(intent) : authenticationEndPage(intent));
  });

  router.post('/:id', express.urlencoded({ extended: false }), (request, response) => {
    const { client_secret: secret, outcome } = decision.parse(request.body);
    const intent = change(emulator, request, (work) => {
      const waiting = intentOfVisitor(work, request, secret);
      return waiting.status === 'requires_action' ? decideAuthentication(work, waiting, outcome) : waiting;
    });
    if (intent.returnUrl) response.redirect(303, wayBack(intent, intent.returnUrl));
    else response.set(pageHeaders).send(authenticationEndPage(intent));
  });
  return router;
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

function change(emulator: Emulator, request: Request, work: (work: Work) => PaymentIntent): PaymentIntent {
  const publicUrl = emulator.config.publicUrl ?? addressOf(request);
  return transact(emulator, { requestId: null, idempotencyKey: null, publicUrl }, work);
}

/** Who does not know the intent's secret gets the same answer as for an intent that does not exist. */
function intentOfVisitor(work: Work, request: Request, secret: unknown): PaymentIntent {
  const intent = findIntent(work, String(request.params.id));
  if (intent.clientSecret !== secret) throw notFound('payment_intent', intent.id, 'intent');
  return intent;
}

function wayBack(intent: PaymentIntent, returnUrl: string): string {
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.clientSecret);
  url.searchParams.set('redirect_status', intent.lastPaymentError ? 'failed' : 'succeeded');
  return url.href;
}
