import { runProcess } from '@souk/kit/server';
import { startCart } from './app.js';
import { readCartConfig } from './config.js';

await runProcess('cart', (logger) => startCart(readCartConfig(), logger));
