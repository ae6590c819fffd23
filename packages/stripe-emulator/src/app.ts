import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { authenticationRoutes } from './authentication/authentication-routes.js';
import type { Config } from './config.js';
import type { Emulator } from './emulator.js';
import { Faults } from './faults/faults.js';
import { answerFailures, answerUnknownRoute } from './http/answer-failures.js';
import { apiRoutes } from './http/api-routes.js';
import { emulatorRoutes } from './http/emulator-routes.js';
import { Store } from './state/store.js';
import { WebhookDispatcher } from './webhooks/webhook-dispatcher.js';

export interface App {
  handler: Express;
  /** Stops sending webhooks and closes the state. What is unsent is taken up by the next process. */
  close: () => Promise<void>;
}

interface AppOptions {
  config: Config;
  logger: Logger;
  now?: () => Date;
}

/** Puts one emulator together and takes up its unsent webhooks. */
export function createApp({ config, logger, now = () => new Date() }: AppOptions): App {
  const store = Store.open(config.stateDirectory, now());
  const faults = new Faults();
  const webhooks = new WebhookDispatcher({ store, faults, logger, now, endpoint: config.webhook });
  webhooks.resume();
  return {
    handler: routes({ config, store, faults, webhooks, logger, now }),
    close: async () => {
      await webhooks.close();
      store.close();
    },
  };
}

function routes(emulator: Emulator): Express {
  const handler = express();
  handler.disable('x-powered-by').disable('etag').set('query parser', 'extended');
  handler.get(['/health/live', '/health/ready'], (_request, response) => {
    response.json({ status: 'ok' });
  });
  handler.use('/_emulator', emulatorRoutes(emulator));
  handler.use('/redirect/authenticate', authenticationRoutes(emulator));
  handler.use('/v1', apiRoutes(emulator));
  handler.use(answerUnknownRoute);
  handler.use(answerFailures(emulator.logger));
  return handler;
}
