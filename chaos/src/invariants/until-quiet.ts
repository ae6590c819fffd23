import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { World } from '../world/world.js';
import { Books } from './books.js';

/** What keeps the shop busy: whatever is due, on its way, or happened a moment ago. One question for each subgraph. */
const everywhere: Record<string, string> = {
  'events that have not left or are new': `
    select 1 from outbox where published_at is null or created_at > now() - interval '2 seconds' limit 1`,
  'events that wait for others': 'select 1 from inbox_parked limit 1',
};
const inSubgraph: Record<string, Record<string, string>> = {
  orders: {
    'orders under way': `
      select 1 from saga_instance where deadline < now() + interval '30 seconds'
        or step in ('AWAITING_STOCK', 'AWAITING_CONFIRMATION', 'AWAITING_CAPTURE', 'COMPENSATING') limit 1`,
  },
  payments: {
    'calls to the provider': `select 1 from payment_attempt where state in ('PENDING', 'UNKNOWN') limit 1`,
    'payments under way': `select 1 from payment where status in ('REQUESTED', 'AUTHORIZED') limit 1`,
    'refunds under way': `select 1 from refund where status = 'PENDING' limit 1`,
    "the provider's events": 'select 1 from payment_event where handled_at is null limit 1',
  },
  shipping: {
    'parcels under way': `select 1 from shipment where status in ('CREATED', 'LABELLED', 'DISPATCHED') limit 1`,
  },
  notifications: { 'mails to be sent': 'select 1 from message where next_try_at is not null limit 1' },
  cart: { 'carts to be emptied of orders': 'select 1 from order_removal where done_at is null limit 1' },
};

const pollMs = 500;

/** What came of waiting. `waitsFor`: what was still under way at the last look. */
export interface Quiet {
  /** Milliseconds since 1970; null when it did not come in time. */
  at: number | null;
  waitsFor: string[];
}

/** Waits until nothing is under way any more but what waits for a person, or for a time that is far away. */
export async function untilQuiet(world: World, withinMs: number): Promise<Quiet> {
  const books = new Books(world);
  const redis = new Redis(world.redisUrl, { lazyConnect: true });
  await redis.connect();
  try {
    for (const deadline = Date.now() + withinMs; ; await delay(pollMs)) {
      const waitsFor = [...(await busyWith(books)), ...(await uncopiedCarts(redis))];
      if (waitsFor.length === 0) return { at: Date.now(), waitsFor };
      if (Date.now() > deadline) return { at: null, waitsFor };
    }
  } finally {
    redis.disconnect();
    await books.close();
  }
}

async function busyWith(books: Books): Promise<string[]> {
  const questions = books.subgraphs.flatMap((subgraph) =>
    Object.entries({ ...everywhere, ...inSubgraph[subgraph] }).map(([what, query]) => ({ subgraph, what, query })),
  );
  const answers = questions.map(async ({ subgraph, what, query }) => {
    const rows = await books.rows(subgraph, query);
    return rows.length > 0 ? [`${what} (${subgraph})`] : [];
  });
  return (await Promise.all(answers)).flat();
}

async function uncopiedCarts(redis: Redis): Promise<string[]> {
  return (await redis.zcard('{cart}:changed')) > 0 ? ['carts to be copied (cart)'] : [];
}
