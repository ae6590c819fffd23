import { readConfig } from '@souk/kit/config';
import { z } from 'zod';

const schema = z.object({
  /** The broker of the running shop. */
  NATS_URL: z.url({ protocol: /^(nats|tls)$/ }),
});

export type RecordingConfig = z.infer<typeof schema>;

/** Set by `npm run events:record`. @throws {Error} that names every variable at fault. */
export function readRecordingConfig(): RecordingConfig {
  return readConfig(schema, process.env);
}
