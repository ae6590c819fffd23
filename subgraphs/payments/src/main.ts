import { runProcess } from '@souk/kit/server';
import { startPayments } from './app.js';
import { readPaymentsConfig } from './config.js';

await runProcess('payments', (logger) => startPayments(readPaymentsConfig(), logger));
