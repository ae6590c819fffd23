import { connect, type NatsConnection } from 'nats';
import type { Stage } from './fault-kind.js';

const connectWithinMs = 2_000;

/**
 * Works with the broker, around the proxies, and leaves it again.
 * @throws {Error} when it is away, which another fault may have brought about.
 */
export async function atBroker<Result>(
  { living }: Stage,
  work: (nats: NatsConnection) => Promise<Result>,
): Promise<Result> {
  const nats = await connect({
    servers: living.world.natsUrl,
    name: 'chaos',
    timeout: connectWithinMs,
    reconnect: false,
  });
  try {
    return await work(nats);
  } finally {
    await nats.close();
  }
}
