import { readConfig, subgraphConfig } from '@souk/kit/config';
import { z } from 'zod';

const schema = subgraphConfig
  .extend({
    /** Seals the private signing keys in the database: 32 bytes, base64url. */
    SIGNING_KEY_SECRET: z
      .string()
      .refine((text) => Buffer.from(text, 'base64url').length === 32, 'not 32 bytes in base64url'),
    DEMO_CUSTOMER_PASSWORD: z.string().min(8).optional(),
    DEMO_MANAGER_PASSWORD: z.string().min(8).optional(),
    DEMO_ADMIN_PASSWORD: z.string().min(8).optional(),
  })
  .refine(
    ({ SEED, DEMO_CUSTOMER_PASSWORD, DEMO_MANAGER_PASSWORD, DEMO_ADMIN_PASSWORD }) =>
      SEED === 'none' || (DEMO_CUSTOMER_PASSWORD && DEMO_MANAGER_PASSWORD && DEMO_ADMIN_PASSWORD),
    {
      path: ['DEMO_CUSTOMER_PASSWORD, DEMO_MANAGER_PASSWORD, DEMO_ADMIN_PASSWORD'],
      message: 'needed unless SEED is none',
    },
  );

export type AccountsConfig = z.infer<typeof schema>;

/** @throws {Error} that names every variable at fault. */
export function readAccountsConfig(): AccountsConfig {
  return readConfig(schema, process.env);
}
