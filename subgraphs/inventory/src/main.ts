import { runProcess } from '@souk/kit/server';
import { startInventory } from './app.js';
import { readInventoryConfig } from './config.js';

await runProcess('inventory', (logger) => startInventory(readInventoryConfig(), logger));
