import { readConfig } from '@souk/kit/config';
import { z } from 'zod';

const differentialConfig = z.object({
  /** How many operations are generated; each is executed with several faults. */
  DIFFERENTIAL_OPERATIONS: z.coerce.number().int().positive().default(600),
  /** Another number makes other operations. */
  DIFFERENTIAL_SEED: z.coerce.number().int().default(1),
});

export const { DIFFERENTIAL_OPERATIONS: operationCount, DIFFERENTIAL_SEED: seed } = readConfig(
  differentialConfig,
  process.env,
);
