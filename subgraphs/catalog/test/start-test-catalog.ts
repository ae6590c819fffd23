import type { SubgraphConfig } from '@souk/kit/config';
import { startTestSubgraph, type TestSubgraph } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { startCatalog } from '../src/app.js';

/** Catalog with a database and a broker of its own. */
export function startTestCatalog({ seed = 'none' }: { seed?: SubgraphConfig['SEED'] } = {}): Promise<TestSubgraph> {
  return startTestSubgraph('catalog', migrations, (config, logger) => startCatalog({ ...config, SEED: seed }, logger));
}
