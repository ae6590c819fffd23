import { readConfig, type SubgraphConfig, subgraphConfig } from '@souk/kit/config';
import { z } from 'zod';

/** @throws {Error} that names every variable at fault. */
export function readCatalogConfig(): SubgraphConfig {
  return readConfig(subgraphConfig, process.env);
}

const importConfig = z.object({
  DATABASE_URL: z.url(),
  /** Where `npm run` was called: relative file names count from there. */
  INIT_CWD: z.string().optional(),
});

export type ImportConfig = z.infer<typeof importConfig>;

/** @throws {Error} that names every variable at fault. */
export function readImportConfig(): ImportConfig {
  return readConfig(importConfig, process.env);
}
