import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Carrier } from './carrier.js';
import type { Config } from './config.js';
import { Faults } from './faults/faults.js';
import { answerFailures, answerUnknownRoute } from './http/answer-failures.js';
import { faultRoutes } from './http/fault-routes.js';
import { labelRoutes } from './http/label-routes.js';
import { shipmentRoutes } from './http/shipment-routes.js';
import { ShipmentStore } from './shipments/shipment-store.js';

interface AppOptions {
  config: Config;
  logger: Logger;
  now?: () => Date;
}

/** Puts one carrier together. It writes at once and holds nothing open, so there is nothing to close. */
export function createApp({ config, logger, now = () => new Date() }: AppOptions): Express {
  const carrier: Carrier = { config, store: ShipmentStore.open(config.stateDirectory), faults: new Faults(), now };
  const handler = express();
  handler.disable('x-powered-by').disable('etag');
  handler.get(['/health/live', '/health/ready'], (_request, response) => {
    response.json({ status: 'ok' });
  });
  handler.use('/_emulator', faultRoutes(carrier.faults));
  handler.use('/v1', labelRoutes(carrier), shipmentRoutes(carrier));
  handler.use(answerUnknownRoute);
  handler.use(answerFailures(logger));
  return handler;
}
