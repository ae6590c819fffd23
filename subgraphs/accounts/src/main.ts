import { runProcess } from '@souk/kit/server';
import { startAccounts } from './app.js';
import { readAccountsConfig } from './config.js';

await runProcess('accounts', (logger) => startAccounts(readAccountsConfig(), logger));
