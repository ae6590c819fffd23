import pg from 'pg';
import type { Stage } from './fault-kind.js';

const connectWithinMs = 2_000;

/** A connection to a subgraph's database as its owner, around the proxies. It may be lost at any time, and says nothing. */
export async function connectAsOwner({ living }: Stage, subgraph: string): Promise<pg.Client> {
  const connectionString = living.world.databases[subgraph];
  if (!connectionString) throw new Error(`${subgraph} has no database.`);
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: connectWithinMs });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** @throws {Error} when the database is away, which another fault may have brought about. */
export async function asOwner<Result>(
  stage: Stage,
  subgraph: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await connectAsOwner(stage, subgraph);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
