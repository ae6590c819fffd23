import { EventStore, type StoredEvent } from './event-store.js';
import type { Breach, Invariant } from './invariant.js';

interface HandledRow {
  subgraph: string;
  consumer: string;
  aggregate_id: string;
  version: number;
  before: number;
  handled_at: Date;
}

/** Rows that were handled after a later version of the same aggregate; the clock is the database's own. */
const outOfOrder = `
select consumer, aggregate_id, version, before, handled_at from (
  select consumer, aggregate_id, version, handled_at,
    max(version) over (partition by consumer, aggregate_id order by handled_at, version
      rows between unbounded preceding and 1 preceding) as before
  from inbox
) handled where version < before`;

const gaps = `
select aggregate_type, aggregate_id, event_version as version, coalesce(before, 0) as before from (
  select aggregate_type, aggregate_id, event_version,
    lag(event_version) over (partition by aggregate_type, aggregate_id order by event_version) as before
  from (select distinct aggregate_type, aggregate_id, event_version from outbox) once
) numbered where event_version <> coalesce(before, 0) + 1`;

/** Order: what happens to an aggregate is numbered without gaps, and leaves and is applied in that order. */
export const versionsInOrder: Invariant = {
  id: 'I6',
  holds: 'What happened to an aggregate left in order and was applied in order, by everybody.',
  check: async ({ books, world }) => {
    const [late, missing, counts] = await Promise.all([
      books.everywhere<HandledRow>(outOfOrder),
      books.everywhere<{ aggregate_id: string; version: number }>(gaps),
      books.everywhere<{ rows: number }>('select count(*)::int as rows from inbox'),
    ]);
    const stored = await storedEvents(world.natsUrl, books.subgraphs);
    return {
      looked: { handled: counts.reduce((sum, { rows }) => sum + rows, 0), 'stored events': stored.length },
      breaches: [
        ...late.map((row) => ({
          sentence: `${row.consumer} applied version ${row.version} of ${row.aggregate_id} after ${row.before}.`,
          evidence: row,
        })),
        ...missing.map((row) => ({
          sentence: `The events of ${row.aggregate_id} have a gap before ${row.version}.`,
          evidence: row,
        })),
        ...judgeStreams(stored),
      ],
    };
  },
};

async function storedEvents(natsUrl: string, owners: readonly string[]): Promise<StoredEvent[]> {
  const store = await EventStore.open(natsUrl);
  try {
    return (await Promise.all(owners.map((owner) => store.eventsOf(owner)))).flat();
  } finally {
    await store.close();
  }
}

/** An event may come again, but the first time that each comes is in order. */
function judgeStreams(stored: readonly StoredEvent[]): Breach[] {
  const seen = new Set<string>();
  const latest = new Map<string, number>();
  return stored.flatMap((event) => {
    if (seen.has(event.id)) return [];
    seen.add(event.id);
    const before = latest.get(event.aggregateId) ?? 0;
    latest.set(event.aggregateId, Math.max(before, event.version));
    if (event.version >= before) return [];
    return [{ sentence: `Version ${event.version} of ${event.aggregateId} left after ${before}.`, evidence: event }];
  });
}
