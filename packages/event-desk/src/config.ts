import { readConfig } from '@souk/kit/config';
import { z } from 'zod';

const schema = z.object({
  /** The broker of the running shop. */
  NATS_URL: z.url({ protocol: /^(nats|tls)$/ }),
  /** Who is at the machine, as the system says. */
  USER: z.string().min(1).max(100).default('somebody'),
});

export type DeskConfig = z.infer<typeof schema>;

/** Set by `npm run dlq` and `npm run events:republish`. @throws {Error} that names every variable at fault. */
export function readDeskConfig(): DeskConfig {
  return readConfig(schema, process.env);
}
