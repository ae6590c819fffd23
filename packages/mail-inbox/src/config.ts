import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  NODE_ENV: z
    .string()
    .default('development')
    .refine((value) => value !== 'production', 'is production, and mail that comes here reaches nobody'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port,
  SMTP_PORT: port,
  STATE_DIR: z.string().min(1),
  KEEP_MESSAGES: z.coerce.number().int().min(1).max(100_000).default(1_000),
});

export interface Config {
  logLevel: string;
  host: string;
  port: number;
  smtpPort: number;
  stateDirectory: string;
  /** So many messages are kept, the newest. */
  keptMessages: number;
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
    smtpPort: values.SMTP_PORT,
    stateDirectory: values.STATE_DIR,
    keptMessages: values.KEEP_MESSAGES,
  };
}
