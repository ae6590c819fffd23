import { databaseNames } from '@souk/launcher/harness';
import type pg from 'pg';
import { connectAsOwner } from './database.js';
import type { FaultKind } from './fault-kind.js';

const shortestMs = 1_000;
const longestMs = 6_000;
const idleTransactions = 40;

/** Forty transactions do nothing, and one of them lets nobody write an event: whoever wants to, waits, until no connection of the subgraph is free. */
export const exhaustDatabase: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: random.pick(databaseNames), durationMs: random.integer(shortestMs, longestMs) }),
  begin: async (stage, { target }) => {
    const clients = await Promise.all(Array.from({ length: idleTransactions }, () => connectAsOwner(stage, target)));
    await Promise.all(clients.map((client) => client.query('begin; select 1')));
    const locking = clients[0]?.query('lock table outbox in share row exclusive mode');
    // It may have to wait for writers, and the database may die meanwhile.
    locking?.catch(() => undefined);
    return () => leave(clients);
  },
};

/** Who has lost the database meanwhile has left it. */
async function leave(clients: readonly pg.Client[]): Promise<void> {
  await Promise.allSettled(clients.map((client) => client.end()));
}
