import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { World } from '../world/world.js';

const stackSchema = z.object({
  url: z.url(),
  environments: z.record(z.string(), z.record(z.string(), z.string())),
  callerEnvironment: z.object({
    SOUK_MAIL_INBOX_URL: z.url(),
    SOUK_STRIPE_EMULATOR_URL: z.url(),
    SOUK_CARRIER_EMULATOR_URL: z.url(),
    DEMO_CUSTOMER_PASSWORD: z.string({ error: 'The shop runs without its demo sign-ins: npm start -- --seed demo' }),
    DEMO_MANAGER_PASSWORD: z.string(),
    DEMO_ADMIN_PASSWORD: z.string(),
  }),
});

/**
 * The shop that `npm start` runs, as a world.
 * @param stackFile what the launcher wrote down about it.
 * @param folder where the run leaves what it writes.
 * @throws {Error} when it runs without demo data or leaves a part out.
 */
export function worldOfStack(stackFile: string, folder: string): World {
  const { url, environments, callerEnvironment } = stackSchema.parse(JSON.parse(readFileSync(stackFile, 'utf8')));
  const databases = Object.entries(environments).flatMap(([name, { DATABASE_OWNER_URL }]) =>
    DATABASE_OWNER_URL ? [[name, DATABASE_OWNER_URL] as const] : [],
  );
  const natsUrl = environments['router']?.['NATS_URL'];
  const redisUrl = environments['cart']?.['REDIS_URL'];
  if (!natsUrl || !redisUrl) throw new Error('The running shop leaves out the router or the cart.');
  return {
    endpoint: url,
    socketEndpoint: url.replace(/^http/, 'ws'),
    databases: Object.fromEntries(databases),
    natsUrl,
    redisUrl,
    stripeEmulatorUrl: callerEnvironment.SOUK_STRIPE_EMULATOR_URL,
    mailInboxUrl: callerEnvironment.SOUK_MAIL_INBOX_URL,
    carrierEmulatorUrl: callerEnvironment.SOUK_CARRIER_EMULATOR_URL,
    signIns: {
      customer: { email: 'customer@souk.example', password: callerEnvironment.DEMO_CUSTOMER_PASSWORD },
      manager: { email: 'manager@souk.example', password: callerEnvironment.DEMO_MANAGER_PASSWORD },
      admin: { email: 'admin@souk.example', password: callerEnvironment.DEMO_ADMIN_PASSWORD },
    },
    logs: join(stackFile, '../../log'),
    folder,
  };
}
