import { randomBytes } from 'node:crypto';
import { startTestSubgraph, type TestSubgraph } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { startAccounts } from '../src/app.js';

/** Accounts with a database and a broker of its own. */
export function startTestAccounts(): Promise<TestSubgraph> {
  const SIGNING_KEY_SECRET = randomBytes(32).toString('base64url');
  return startTestSubgraph('accounts', migrations, (config, logger) =>
    startAccounts({ ...config, SIGNING_KEY_SECRET }, logger),
  );
}
