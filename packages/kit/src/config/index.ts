export {
  jwkVariable,
  type ProcessConfig,
  processConfig,
  type SubgraphConfig,
  subgraphConfig,
} from './process-config.js';
export { readConfig } from './read-config.js';
