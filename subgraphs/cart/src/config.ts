import { readConfig, subgraphConfig } from '@souk/kit/config';
import { z } from 'zod';

const schema = subgraphConfig.extend({
  /** Where the carts live. Must keep an append-only file. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  /** Stands before every key, so that several shops can share one server. */
  REDIS_PREFIX: z.string().default('souk:'),
});

export type CartConfig = z.infer<typeof schema>;

/** @throws {Error} that names every variable at fault. */
export function readCartConfig(): CartConfig {
  return readConfig(schema, process.env);
}
