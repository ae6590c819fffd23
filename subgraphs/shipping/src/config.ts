import { readConfig, subgraphConfig } from '@souk/kit/config';
import { z } from 'zod';

const schema = subgraphConfig.extend({
  CARRIER_URL: z.url(),
  CARRIER_API_KEY: z.string().min(16),
  /** How often a parcel's progress is asked for. */
  TRACKING_POLL_SECONDS: z.coerce.number().positive().default(60),
});

export type ShippingConfig = z.infer<typeof schema>;

/** @throws {Error} that names every variable at fault. */
export function readShippingConfig(): ShippingConfig {
  return readConfig(schema, process.env);
}
