import { z } from 'zod';

const notInProduction = z
  .string()
  .default('development')
  .refine(
    (value) => value !== 'production',
    'is production, and an emulator must never stand in for the real Stripe there',
  );

const environment = z
  .object({
    NODE_ENV: notInProduction,
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535),
    STATE_DIR: z.string().min(1),
    STRIPE_SECRET_KEY: z
      .string()
      .regex(/^sk_test_[\w-]{8,}$/, 'must be a test key: sk_test_ and at least 8 characters'),
    PUBLIC_URL: z.url().optional(),
    WEBHOOK_URL: z.url().optional(),
    STRIPE_WEBHOOK_SECRET: z.string().min(16).optional(),
    WEBHOOK_RETRY_MS: z.coerce.number().int().positive().default(1_000),
  })
  .refine((values) => !values.WEBHOOK_URL || values.STRIPE_WEBHOOK_SECRET, {
    path: ['STRIPE_WEBHOOK_SECRET'],
    message: 'is needed to sign what is posted to WEBHOOK_URL',
  });

export interface WebhookEndpoint {
  url: string;
  secret: string;
  retryMs: number;
}

export interface Config {
  logLevel: string;
  host: string;
  port: number;
  stateDirectory: string;
  secretKey: string;
  /** Where a browser reaches this server, when it differs from what the caller's Host header says. */
  publicUrl?: string;
  /** Absent: no webhooks are sent. */
  webhook?: WebhookEndpoint;
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
    secretKey: values.STRIPE_SECRET_KEY,
    publicUrl: values.PUBLIC_URL,
    webhook: webhookFrom(values),
  };
}

function webhookFrom(values: z.infer<typeof environment>): WebhookEndpoint | undefined {
  if (!values.WEBHOOK_URL || !values.STRIPE_WEBHOOK_SECRET) return undefined;
  return { url: values.WEBHOOK_URL, secret: values.STRIPE_WEBHOOK_SECRET, retryMs: values.WEBHOOK_RETRY_MS };
}
