import { readConfig } from '@souk/kit/config';
import { z } from 'zod';

const schema = z.object({
  /** What the launcher wrote down about the running shop. */
  SOUK_STACK_FILE: z.string().min(1),
});

/** Set by `npm run chaos:calm`. @throws {Error} that names every variable at fault. */
export function readCalmConfig(): z.infer<typeof schema> {
  return readConfig(schema, process.env);
}
