import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { connect, type JetStreamManager } from 'nats';
import pg from 'pg';
import type { World } from '../world/world.js';

/** What is still under way, in words; nothing when all is quiet. */
export type Unrest = string[];

const pollMs = 250;
const quietForMs = 2_000;

/** What is under way in any subgraph, as a question that finds a row for it. */
const everywhere: Record<string, string> = {
  'publishes events': `
    select from outbox where published_at is null or created_at > now() - interval '2 seconds' limit 1`,
  'has events parked': 'select from inbox_parked limit 1',
};

/** What is due, or on its way: all but what waits for a person, or for a time that is far away. */
const ownUnrest: Record<string, Record<string, string>> = {
  orders: {
    'has orders under way': `
      select from saga_instance where deadline < now() + interval '30 seconds'
        or step in ('AWAITING_STOCK', 'AWAITING_CONFIRMATION', 'AWAITING_CAPTURE', 'COMPENSATING') limit 1`,
  },
  payments: {
    'asks the provider': `select from payment_attempt where state in ('PENDING', 'UNKNOWN') limit 1`,
    'has payments under way': `select from payment where status in ('REQUESTED', 'AUTHORIZED') limit 1`,
    'has refunds under way': `select from refund where status = 'PENDING' limit 1`,
    "has not handled the provider's events": 'select from payment_event where handled_at is null limit 1',
  },
  shipping: {
    'has parcels under way': `select from shipment where status in ('CREATED', 'LABELLED', 'DISPATCHED') limit 1`,
  },
  notifications: { 'has mails to send': 'select from message where next_try_at is not null limit 1' },
  cart: { 'has carts to empty of orders': 'select from order_removal where done_at is null limit 1' },
};

/**
 * Waits until every event is published and handled, nothing is due any more and nothing new comes. Gives back when that
 * was, in milliseconds since 1970, with what was under way to the last; or what still was when the patience was over.
 */
export async function untilQuiet(
  world: World,
  patienceMs: number,
): Promise<{ at: number; last: Unrest } | { unrest: Unrest }> {
  const nats = await connect({ servers: world.natsUrl });
  const redis = new Redis(world.redisUrl);
  try {
    const manager = await nats.jetstreamManager();
    const look = async () => [
      ...(await unrestInDatabases(world)),
      ...(await unrestInStreams(manager)),
      ...(await uncopiedCarts(redis)),
    ];
    let quietSince: number | undefined;
    let last: Unrest = [];
    for (const deadline = Date.now() + patienceMs; ; await delay(pollMs)) {
      const unrest = await look();
      if (unrest.length > 0) [quietSince, last] = [undefined, unrest];
      else quietSince ??= Date.now();
      if (quietSince !== undefined && Date.now() - quietSince >= quietForMs) return { at: quietSince, last };
      if (quietSince === undefined && Date.now() > deadline) return { unrest };
    }
  } finally {
    redis.disconnect();
    await nats.close();
  }
}

async function unrestInDatabases({ databases }: World): Promise<Unrest> {
  const found = await Promise.all(Object.entries(databases).map(([name, url]) => unrestIn(name, url)));
  return found.flat();
}

async function unrestIn(name: string, url: string): Promise<Unrest> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const unrest: Unrest = [];
    for (const [what, question] of Object.entries({ ...everywhere, ...ownUnrest[name] }))
      if ((await client.query(question)).rowCount) unrest.push(`${name} ${what}`);
    return unrest;
  } finally {
    await client.end();
  }
}

/** Of durables only: what a process followed in passing stays behind for a minute when it has given it up. */
async function unrestInStreams(manager: JetStreamManager): Promise<Unrest> {
  const unrest: Unrest = [];
  for await (const stream of manager.streams.list()) {
    for await (const { name, config, num_pending, num_ack_pending } of manager.consumers.list(stream.config.name)) {
      if (config.durable_name && num_pending + num_ack_pending > 0)
        unrest.push(`${name} has ${num_pending + num_ack_pending} events to handle`);
    }
  }
  return unrest;
}

async function uncopiedCarts(redis: Redis): Promise<Unrest> {
  const waiting = await redis.zcard('{cart}:changed');
  return waiting > 0 ? [`cart has ${waiting} carts to copy`] : [];
}
