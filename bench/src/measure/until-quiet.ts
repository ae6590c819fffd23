import { setTimeout as delay } from 'node:timers/promises';
import type { Databases } from './databases.js';

const recentEvents = `
select 1 from outbox where created_at > now() - interval '2 seconds' or published_at is null limit 1`;

const pollMs = 250;
const patienceMs = 30_000;

/**
 * Waits until no subgraph has written an event for two seconds, so that what earlier load caused (mails, parcels) does
 * not count for the next. Returns whether it became quiet within half a minute.
 */
export async function untilQuiet(databases: Databases): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(pollMs)) {
    const recent = await databases.all((client) => client.query(recentEvents));
    if (recent.length === 0) return true;
  }
  return false;
}
