import { once } from 'node:events';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { createApp } from './app.js';
import { readConfig } from './config.js';

const patience = 5_000;
const config = readConfig();
const logger = pino({ level: config.logLevel, base: { service: 'mail-inbox' } });
const { handler, smtp } = createApp({ config, logger });
smtp.listen(config.smtpPort, config.host);
await once(smtp.server, 'listening');
const server = createServer(handler).listen(config.port, config.host);
// Before anybody can know that it listens: who asks it to stop at once is heard.
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
await once(server, 'listening');
logger.info({ address: server.address(), smtpAddress: smtp.server.address() }, 'listening');

/** Takes the mail that is being handed over, as long as that takes no more than a moment. */
async function stop(): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  setTimeout(() => server.closeAllConnections(), patience).unref();
  await new Promise<void>((resolve) => smtp.close(resolve));
  await closed;
  logger.info('stopped');
  process.exit(0);
}
