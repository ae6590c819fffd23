import { runProcess } from '@souk/kit/server';
import { startOrders } from './app.js';
import { readOrdersConfig } from './config.js';

await runProcess('orders', (logger) => startOrders(readOrdersConfig(), logger));
