import { startTestSubgraph, type TestSubgraph } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { startOrders } from '../src/app.js';

/** Orders with a database and a broker of its own. */
export function startTestOrders(): Promise<TestSubgraph> {
  const COMPLETE_AFTER_SECONDS = 14 * 24 * 60 * 60;
  return startTestSubgraph('orders', migrations, (config, logger) =>
    startOrders({ ...config, COMPLETE_AFTER_SECONDS }, logger),
  );
}
