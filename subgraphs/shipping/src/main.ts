import { runProcess } from '@souk/kit/server';
import { startShipping } from './app.js';
import { readShippingConfig } from './config.js';

await runProcess('shipping', (logger) => startShipping(readShippingConfig(), logger));
