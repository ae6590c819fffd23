import { z } from 'zod';

const environment = z.object({
  NODE_ENV: z
    .string()
    .default('development')
    .refine((value) => value !== 'production', 'is production, and an emulated carrier carries nothing'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  STATE_DIR: z.string().min(1),
  CARRIER_API_KEY: z.string().min(16),
  CARRIER_STEP_SECONDS: z.coerce.number().positive().max(604_800).default(3),
  PUBLIC_URL: z.url().optional(),
});

export interface Config {
  logLevel: string;
  host: string;
  port: number;
  stateDirectory: string;
  apiKey: string;
  /** How long a parcel stays at each stage of its way. */
  stepSeconds: number;
  /** Where a browser reaches this server, when it differs from what the caller's Host header says. */
  publicUrl?: string;
}

/** @throws {Error} one message that names every variable that is missing or wrong. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const result = environment.safeParse(variables);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n${problems.join('\n')}`);
  }
  const values = result.data;
  return {
    logLevel: values.LOG_LEVEL,
    host: values.HOST,
    port: values.PORT,
    stateDirectory: values.STATE_DIR,
    apiKey: values.CARRIER_API_KEY,
    stepSeconds: values.CARRIER_STEP_SECONDS,
    publicUrl: values.PUBLIC_URL,
  };
}
