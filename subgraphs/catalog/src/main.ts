import { runProcess } from '@souk/kit/server';
import { startCatalog } from './app.js';
import { readCatalogConfig } from './config.js';

await runProcess('catalog', (logger) => startCatalog(readCatalogConfig(), logger));
