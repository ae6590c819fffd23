import { readConfig } from '@souk/kit/config';
import { z } from 'zod';

const databases = z.record(z.string(), z.url({ protocol: /^postgres(ql)?$/ }));

const schema = z.object({
  /** What the launcher wrote down about the running shop. */
  SOUK_STACK_FILE: z.string().min(1).optional(),
  /** Instead: the URL of each subgraph's database, by name, as JSON. */
  AUDIT_DATABASES: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(databases)
    .optional(),
});

export type AuditorConfig = z.infer<typeof schema>;

/** Set by `npm run audit:verify`, or by hand where the shop runs otherwise. @throws {Error} that names what is at fault. */
export function readAuditorConfig(): AuditorConfig {
  return readConfig(schema, process.env);
}
