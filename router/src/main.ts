import { runProcess } from '@souk/kit/server';
import { startRouter } from './app.js';
import { readRouterConfig } from './config.js';

await runProcess('router', (logger) => {
  const config = readRouterConfig();
  logger.level = config.LOG_LEVEL;
  return startRouter(config, logger);
});
