import { readFileSync } from 'node:fs';
import { connectNats, type NatsConnection } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { z } from 'zod';
import { config } from './config.js';

const stackSchema = z.object({ environments: z.object({ router: z.object({ NATS_URL: z.string() }) }) });

/** Where the shop's broker is. */
export function brokerUrl(): string {
  return stackSchema.parse(JSON.parse(readFileSync(config.SOUK_STACK_FILE, 'utf8'))).environments.router.NATS_URL;
}

/** A connection to the shop's broker, for what only a broken subgraph would publish. */
export function connectBroker(): Promise<NatsConnection> {
  return connectNats(brokerUrl(), 'journeys', createLogger('journeys', 'error'));
}
