import { readConfig, subgraphConfig } from '@souk/kit/config';
import { z } from 'zod';

const schema = subgraphConfig.extend({
  /** Another server that speaks Stripe's API, such as the emulator. Absent: Stripe itself. */
  STRIPE_API_URL: z.url().optional(),
  STRIPE_SECRET_KEY: z.string().regex(/^[sr]k_(test|live)_\w+$/, 'not a secret key of Stripe'),
  /** Two, separated by a comma, while one is being replaced by the other. */
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => secret.length >= 16), 'a secret is shorter than 16 characters'),
  /** Where customers come back to from their bank's page. */
  PAYMENT_RETURN_URL: z.url().optional(),
  /** Whether our books are compared with the provider's by themselves; on request they are in any case. */
  RECONCILIATION: z.enum(['on', 'off']).default('on'),
});

export type PaymentsConfig = z.infer<typeof schema>;

/** @throws {Error} that names every variable at fault. */
export function readPaymentsConfig(environment: NodeJS.ProcessEnv = process.env): PaymentsConfig {
  return readConfig(schema, environment);
}

const reconcileConfig = schema.pick({
  DATABASE_URL: true,
  STRIPE_API_URL: true,
  STRIPE_SECRET_KEY: true,
  PAYMENT_RETURN_URL: true,
});

export type ReconcileConfig = z.infer<typeof reconcileConfig>;

/** What a round by hand needs. @throws {Error} that names every variable at fault. */
export function readReconcileConfig(environment: NodeJS.ProcessEnv = process.env): ReconcileConfig {
  return readConfig(reconcileConfig, environment);
}
