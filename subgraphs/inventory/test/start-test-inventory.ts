import type { SubgraphConfig } from '@souk/kit/config';
import { startTestSubgraph, type TestSubgraph } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { startInventory } from '../src/app.js';

/** Inventory with a database and a broker of its own. */
export function startTestInventory(SEED: SubgraphConfig['SEED'] = 'none'): Promise<TestSubgraph> {
  return startTestSubgraph('inventory', migrations, (config, logger) => startInventory({ ...config, SEED }, logger));
}
