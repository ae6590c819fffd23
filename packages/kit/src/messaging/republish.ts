import type { NatsConnection } from 'nats';
import { z } from 'zod';
import { type Answer, answerTo } from '../asking/index.js';
import type { EntityManager } from '../persistence/index.js';
import type { OutboxRow } from './envelope.js';
import { publishRow } from './publish-row.js';
import { askRepublish, type RepublishReply, type RepublishRequest } from './republish-question.js';
import { ensureStream } from './streams.js';

/** How many rows one answer publishes at most, and so how many versions of one aggregate. */
const pageSize = 200;

/** Where a run goes on. It ends with what had been published when it began: what comes later needs no second time. */
const placeSchema = z.object({ since: z.string(), until: z.string(), afterId: z.string() });
type Place = z.infer<typeof placeSchema>;
type Since = Extract<RepublishRequest, { what: 'SINCE' }>;
type Versions = Extract<RepublishRequest, { what: 'VERSIONS' }>;

/**
 * Publishes again what the outbox holds, without the broker's own check for duplicates: the stream may have lost what the
 * broker still remembers. Only published rows; the others are the relay's.
 */
export function answerRepublish(owner: string, nats: NatsConnection): Answer {
  return answerTo(askRepublish(owner), async (request, { em }): Promise<RepublishReply> => {
    await ensureStream(await nats.jetstreamManager(), owner);
    const publish = (rows: readonly OutboxRow[]) => publishAll(rows, { owner, nats });
    return request.what === 'SINCE' ? publishSince(em, request, publish) : publishVersions(em, request, publish);
  });
}

async function publishSince(
  em: EntityManager,
  { from }: Since,
  publish: (rows: readonly OutboxRow[]) => Promise<void>,
): Promise<RepublishReply> {
  const place = await placeOf(em, from);
  if (!place) return { published: 0, next: null, isKnown: false };
  const { since, until, afterId } = place;
  const rows = await em.execute<OutboxRow[]>(
    `select * from outbox where published_at >= ? and published_at <= ? and id > ? order by id limit ${pageSize}`,
    [since, until, afterId],
  );
  await publish(rows);
  const last = rows.length === pageSize ? rows.at(-1) : undefined;
  return { published: rows.length, next: last ? toPage({ since, until, afterId: last.id }) : null, isKnown: true };
}

async function publishVersions(
  em: EntityManager,
  { aggregateType, aggregateId, first, last }: Versions,
  publish: (rows: readonly OutboxRow[]) => Promise<void>,
): Promise<RepublishReply> {
  const rows = await em.execute<OutboxRow[]>(
    `select * from outbox where aggregate_type = ? and aggregate_id = ? and event_version between ? and ?
       and published_at is not null order by event_version, id limit ${pageSize}`,
    [aggregateType, aggregateId, first, last],
  );
  await publish(rows);
  return { published: rows.length, next: null, isKnown: true };
}

async function placeOf(em: EntityManager, from: Since['from']): Promise<Place | null> {
  if ('page' in from) return placeSchema.parse(JSON.parse(Buffer.from(from.page, 'base64url').toString()));
  const since = 'time' in from ? from.time : null;
  const [row] = await em.execute<{ since: string | null; until: string }[]>(
    `select coalesce(?::timestamptz, (select published_at from outbox where event_id = ?))::text as since, now()::text as until`,
    [since, 'eventId' in from ? from.eventId : null],
  );
  return row?.since ? { since: row.since, until: row.until, afterId: '0' } : null;
}

function toPage(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

async function publishAll(
  rows: readonly OutboxRow[],
  { owner, nats }: { owner: string; nats: NatsConnection },
): Promise<void> {
  const jetstream = nats.jetstream();
  await Promise.all(rows.map((row) => publishRow(jetstream, toRow(row), { owner })));
}

/** The mapper leaves times as the database writes them. */
function toRow(row: OutboxRow): OutboxRow {
  return { ...row, created_at: new Date(row.created_at) };
}
