import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Databases } from './databases.js';
import { type Summary, summarize } from './percentiles.js';

/** A stretch of time by the database server's clock, in milliseconds since 1970. */
export interface Period {
  from: number;
  to: number;
}

/** How long events of a period took, in milliseconds. */
export interface EventLatencies {
  /** Events written to an outbox in the period, and how often a consumer handled one of them. */
  events: number;
  deliveries: number;
  /** From the beginning of the transaction that wrote the event to its note that the broker has it. */
  published: Summary | null;
  /** From there to the first write of a consumer's transaction that handles it. */
  handled: Summary | null;
  /** From the commit to there; of orders' events, which alone say when they were committed, on a server that keeps that. */
  handledAfterCommit: Summary | null;
}

interface OutboxRow {
  event_id: string;
  created: number;
  published: number | null;
}

interface CommitRow {
  event_id: string;
  committed: number;
}

interface InboxRow {
  event_id: string;
  handled: number;
}

const outboxQuery = `
select event_id, extract(epoch from created_at)::float8 * 1000 as created,
  extract(epoch from published_at)::float8 * 1000 as published
from outbox where created_at >= to_timestamp($1::float8 / 1000) and created_at < to_timestamp($2::float8 / 1000)`;

const inboxQuery = `
select event_id, extract(epoch from handled_at)::float8 * 1000 as handled
from inbox where handled_at >= to_timestamp($1::float8 / 1000)`;

/** An outbox row is written again when it is published; what orders keep of the same transaction never is. */
const commitQuery = `
select outbox.event_id, extract(epoch from pg_xact_commit_timestamp(kept.xmin))::float8 * 1000 as committed
from order_event kept
join outbox on aggregate_type = 'orders.order' and aggregate_id = kept.order_id and event_version = kept.version
where kept.recorded_at >= to_timestamp($1::float8 / 1000)`;

const pauseMs = 500;
const patienceMs = 15_000;

/** Joins owners' outboxes with consumers' inboxes, once no more of the period's events are on their way. */
export async function measureEvents(databases: Databases, period: Period): Promise<EventLatencies> {
  let seen = await readEvents(databases, period);
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; ) {
    await delay(pauseMs);
    const now = await readEvents(databases, period);
    const isQuiet = now.written.every(({ published }) => published !== null);
    const isSettled = isQuiet && now.taken.length === seen.taken.length;
    seen = now;
    if (isSettled) break;
  }
  return latenciesOf({ ...seen, committed: await readCommits(databases, period) });
}

export interface EventRows {
  written: readonly OutboxRow[];
  committed: readonly CommitRow[];
  taken: readonly InboxRow[];
}

export function latenciesOf({ written, committed, taken }: EventRows): EventLatencies {
  const created = new Map(written.map((row) => [row.event_id, row.created]));
  const commits = new Map(committed.map((row) => [row.event_id, row.committed]));
  const handled = taken.map((row) => row.handled - created.get(row.event_id)!);
  const afterCommit = taken.flatMap(({ event_id, handled: at }) => {
    const commit = commits.get(event_id);
    return commit === undefined ? [] : [at - commit];
  });
  const published = written.flatMap((row) => (row.published === null ? [] : [row.published - row.created]));
  return {
    events: written.length,
    deliveries: handled.length,
    published: summarize(published),
    handled: summarize(handled),
    handledAfterCommit: summarize(afterCommit),
  };
}

async function readEvents(databases: Databases, { from, to }: Period) {
  const written = await databases.all((client: pg.Client) => client.query<OutboxRow>(outboxQuery, [from, to]));
  const known = new Set(written.map((row) => row.event_id));
  const taken = await databases.all((client: pg.Client) => client.query<InboxRow>(inboxQuery, [from]));
  return { written, taken: taken.filter((row) => known.has(row.event_id)) };
}

async function readCommits(databases: Databases, { from }: Period): Promise<CommitRow[]> {
  const { track_commit_timestamp: isKept } = await databases.server<{ track_commit_timestamp: string }>(
    'show track_commit_timestamp',
  );
  return isKept === 'on' ? databases.of<CommitRow>('orders', commitQuery, [from]) : [];
}
