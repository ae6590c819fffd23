import { readConfig, type SubgraphConfig, subgraphConfig } from '@souk/kit/config';

/** @throws {Error} that names every variable at fault. */
export function readInventoryConfig(): SubgraphConfig {
  return readConfig(subgraphConfig, process.env);
}
