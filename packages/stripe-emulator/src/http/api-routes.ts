import express, { type Router } from 'express';
import { retrieveCharge } from '../charges/retrieve-charge.js';
import type { Emulator } from '../emulator.js';
import { listEvents } from '../events/list-events.js';
import { retrieveEvent } from '../events/retrieve-event.js';
import { cancelPaymentIntent } from '../payment-intents/cancel-payment-intent.js';
import { capturePaymentIntent } from '../payment-intents/capture-payment-intent.js';
import { confirmPaymentIntent } from '../payment-intents/confirm-payment-intent.js';
import { createPaymentIntent } from '../payment-intents/create-payment-intent.js';
import { listPaymentIntents } from '../payment-intents/list-payment-intents.js';
import { retrievePaymentIntent } from '../payment-intents/retrieve-payment-intent.js';
import { updatePaymentIntent } from '../payment-intents/update-payment-intent.js';
import { createRefund } from '../refunds/create-refund.js';
import { listRefunds } from '../refunds/list-refunds.js';
import { retrieveRefund } from '../refunds/retrieve-refund.js';
import { authenticate } from './authenticate.js';
import { failBefore } from './fail-before.js';
import { nameRequest } from './name-request.js';
import { readForm } from './read-form.js';
import { OperationRunner } from './run-operation.js';

/** Stripe's own API, as far as it is emulated. */
export function apiRoutes(emulator: Emulator): Router {
  const runner = new OperationRunner(emulator);
  const router = express.Router();
  router.use(nameRequest, failBefore(emulator.faults), authenticate(emulator.config.secretKey), ...readForm);

  router.get('/payment_intents', runner.read(listPaymentIntents));
  router.post('/payment_intents', runner.write(createPaymentIntent));
  router.get('/payment_intents/:id', runner.read(retrievePaymentIntent));
  router.post('/payment_intents/:id', runner.write(updatePaymentIntent));
  router.post('/payment_intents/:id/confirm', runner.write(confirmPaymentIntent));
  router.post('/payment_intents/:id/capture', runner.write(capturePaymentIntent));
  router.post('/payment_intents/:id/cancel', runner.write(cancelPaymentIntent));

  router.get('/charges/:id', runner.read(retrieveCharge));

  router.get('/refunds', runner.read(listRefunds));
  router.post('/refunds', runner.write(createRefund));
  router.get('/refunds/:id', runner.read(retrieveRefund));

  router.get('/events', runner.read(listEvents));
  router.get('/events/:id', runner.read(retrieveEvent));
  return router;
}
