import { readConfig } from '@souk/kit/config';
import { z } from 'zod';

const schema = z.object({
  /** The shop's endpoint. */
  SOUK_URL: z.url(),
  /** What the launcher wrote down about the running shop. */
  SOUK_STACK_FILE: z.string().min(1),
  /** Of the emulated payment provider, which keeps books of its own. */
  SOUK_STRIPE_EMULATOR_URL: z.url(),
  /** Present when the shop was started with its demo data. */
  DEMO_MANAGER_PASSWORD: z.string().optional(),
});

const redisSchema = z.object({
  /** Its program. */
  TEST_REDIS_SERVER: z.string().min(1),
  /** Folders of the libraries it needs, where it was unpacked and not installed. */
  TEST_REDIS_LIBRARIES: z.string().default(''),
});

export type BenchConfig = z.infer<typeof schema>;

/** Set by `npm run bench`. @throws {Error} that names every variable at fault. */
export function readBenchConfig(): BenchConfig {
  return readConfig(schema, process.env);
}

/** Set by `npm run bench` for the benches that need no shop. @throws {Error} that names every variable at fault. */
export function readRedisConfig(): z.infer<typeof redisSchema> {
  return readConfig(redisSchema, process.env);
}
