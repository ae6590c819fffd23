import { setTimeout as delay } from 'node:timers/promises';
import { connect, type JetStreamManager } from 'nats';
import pg from 'pg';
import type { World } from '../world/world.js';

/** What is still under way, in words; nothing when all is quiet. */
export type Unrest = string[];

const pollMs = 250;
const quietForMs = 2_000;

const unpublished = `
select count(*)::int as rows from outbox where published_at is null or created_at > now() - interval '2 seconds'`;
const parked = 'select count(*)::int as rows from inbox_parked';

/**
 * Waits until every event is published and handled and nothing new comes. Gives back when that was, in milliseconds since
 * 1970, or what was still under way when the patience was over.
 */
export async function untilQuiet(world: World, patienceMs: number): Promise<{ at: number } | { unrest: Unrest }> {
  const nats = await connect({ servers: world.natsUrl });
  try {
    const manager = await nats.jetstreamManager();
    const look = async () => [...(await unrestInDatabases(world)), ...(await unrestInStreams(manager))];
    let quietSince: number | undefined;
    for (const deadline = Date.now() + patienceMs; ; await delay(pollMs)) {
      const unrest = await look();
      if (unrest.length > 0) quietSince = undefined;
      else quietSince ??= Date.now();
      if (quietSince !== undefined && Date.now() - quietSince >= quietForMs) return { at: quietSince };
      if (quietSince === undefined && Date.now() > deadline) return { unrest };
    }
  } finally {
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
    const count = async (query: string) => (await client.query<{ rows: number }>(query)).rows[0]?.rows ?? 0;
    const [outbox, waiting] = [await count(unpublished), await count(parked)];
    return [
      ...(outbox > 0 ? [`${name} publishes ${outbox} events`] : []),
      ...(waiting > 0 ? [`${name} has ${waiting} events parked`] : []),
    ];
  } finally {
    await client.end();
  }
}

async function unrestInStreams(manager: JetStreamManager): Promise<Unrest> {
  const unrest: Unrest = [];
  for await (const stream of manager.streams.list()) {
    for await (const { name, num_pending, num_ack_pending } of manager.consumers.list(stream.config.name)) {
      if (num_pending + num_ack_pending > 0)
        unrest.push(`${name} has ${num_pending + num_ack_pending} events to handle`);
    }
  }
  return unrest;
}
