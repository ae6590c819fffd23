import { readConfig } from '@souk/kit/config';
import { z } from 'zod';

const differentialConfig = z.object({
  /** How many operations are generated; each is executed with several faults. */
  DIFFERENTIAL_OPERATIONS: z.coerce.number().int().positive().default(500),
  /** The same where answers are kept, and for callers who may not see everything. */
  DIFFERENTIAL_CACHED_OPERATIONS: z.coerce.number().int().positive().default(80),
  DIFFERENTIAL_DENIED_OPERATIONS: z.coerce.number().int().positive().default(80),
  /** Another number makes other operations. */
  DIFFERENTIAL_SEED: z.coerce.number().int().default(1),
});

const config = readConfig(differentialConfig, process.env);

export const {
  DIFFERENTIAL_OPERATIONS: operationCount,
  DIFFERENTIAL_CACHED_OPERATIONS: cachedOperationCount,
  DIFFERENTIAL_DENIED_OPERATIONS: deniedOperationCount,
  DIFFERENTIAL_SEED: seed,
} = config;
