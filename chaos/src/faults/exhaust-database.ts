import { databaseNames } from '@souk/launcher/harness';
import type pg from 'pg';
import { connectAsOwner } from './database.js';
import type { FaultKind, Stage } from './fault-kind.js';

const shortestMs = 1_000;
const longestMs = 6_000;
const idleTransactions = 40;

/**
 * Forty transactions do nothing, and one of them lets nobody write an event: whoever wants to, waits, until no connection
 * of the subgraph is free.
 */
export const exhaustDatabase: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: random.pick(databaseNames), durationMs: random.integer(shortestMs, longestMs) }),
  begin: async (stage, { target }) => {
    const clients = await connectAll(stage, target);
    const [first] = clients;
    if (!first) throw new Error(`nobody can connect to the database of ${target}`);
    // Each may have to wait, and the database may die meanwhile.
    const waiting = [
      ...clients.map((client) => client.query('begin; select 1')),
      first.query('lock table outbox in share row exclusive mode'),
    ];
    void Promise.allSettled(waiting);
    return () => leave(clients);
  },
};

async function connectAll(stage: Stage, subgraph: string): Promise<pg.Client[]> {
  const connecting = Array.from({ length: idleTransactions }, () => connectAsOwner(stage, subgraph));
  const outcomes = await Promise.allSettled(connecting);
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

/** Who has lost the database meanwhile has left it. */
async function leave(clients: readonly pg.Client[]): Promise<void> {
  await Promise.allSettled(clients.map((client) => client.end()));
}
