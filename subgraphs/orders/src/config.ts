import { readConfig, subgraphConfig } from '@souk/kit/config';
import { z } from 'zod';

const fourteenDays = 14 * 24 * 60 * 60;

const schema = subgraphConfig.extend({
  /** How long after its delivery an order is over. */
  COMPLETE_AFTER_SECONDS: z.coerce.number().int().positive().default(fourteenDays),
});

export type OrdersConfig = z.infer<typeof schema>;

/** @throws {Error} that names every variable at fault. */
export function readOrdersConfig(): OrdersConfig {
  return readConfig(schema, process.env);
}

const replayConfig = schema.pick({ DATABASE_URL: true });

/** What a replay needs. @throws {Error} that names every variable at fault. */
export function readReplayConfig(): z.infer<typeof replayConfig> {
  return readConfig(replayConfig, process.env);
}
