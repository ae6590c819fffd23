import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { SMTPServer } from 'smtp-server';
import type { Config } from './config.js';
import { Faults } from './faults/faults.js';
import { answerFailures, answerUnknownRoute } from './http/answer-failures.js';
import { apiRoutes } from './http/api-routes.js';
import { faultRoutes } from './http/fault-routes.js';
import { pageRoutes } from './http/page-routes.js';
import { MessageStore } from './messages/message-store.js';
import { createSmtpReceiver } from './smtp/smtp-receiver.js';

export interface App {
  handler: Express;
  smtp: SMTPServer;
}

interface AppOptions {
  config: Config;
  logger: Logger;
  now?: () => Date;
}

/** Puts one inbox together: a door for mail, and a window to look at it. Neither is open yet. */
export function createApp({ config, logger, now = () => new Date() }: AppOptions): App {
  const store = MessageStore.open(config.stateDirectory, config.keptMessages);
  const faults = new Faults();
  const smtp = createSmtpReceiver({ store, faults, logger, now });
  const handler = express();
  handler.disable('x-powered-by');
  handler.get('/health/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  handler.get('/health/ready', (_request, response) => {
    const ready = smtp.server.listening;
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'not receiving mail' });
  });
  handler.use('/_emulator', faultRoutes(faults));
  handler.use('/api', apiRoutes(store));
  handler.use(pageRoutes(store));
  handler.use(answerUnknownRoute);
  handler.use(answerFailures(logger));
  return { handler, smtp };
}
