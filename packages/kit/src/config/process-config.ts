import { z } from 'zod';

/** What every process of the shop reads, whatever it does. */
export const processConfig = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
});

/** A public or private Ed25519 key as a JSON Web Key, in JSON. */
export const jwkVariable = z.string().transform((text, context) => {
  try {
    return z
      .object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string().optional() })
      .parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'not an Ed25519 JSON Web Key' });
    return z.NEVER;
  }
});

/** What an empty shop is filled with. small: people, warehouses and two products; demo: a thousand products more. */
export const seeds = ['none', 'small', 'demo'] as const;

/** What every subgraph reads. Databases: `DATABASE_OWNER_URL` is set where the process may migrate. */
export const subgraphConfig = processConfig.extend({
  DATABASE_URL: z.url(),
  DATABASE_OWNER_URL: z.url().optional(),
  NATS_URL: z.url(),
  ASSERTION_PUBLIC_KEY: jwkVariable,
  SEED: z.enum(seeds).default('none'),
});

export type ProcessConfig = z.infer<typeof processConfig>;
export type SubgraphConfig = z.infer<typeof subgraphConfig>;
