import { createHash } from 'node:crypto';
import { type EntityManager, inTransaction } from '../persistence/index.js';
import type { Envelope } from './envelope.js';

/**
 * Keeps an event that could not be handled, as a row that names the error, until somebody redrives or discards it. It is
 * not parked any more, should it have been. What another delivery has handled in the meantime is not buried.
 */
export function buryEvent(
  em: EntityManager,
  { consumer, envelope, tries }: { consumer: string; envelope: Envelope; tries: number },
  error: unknown,
): Promise<void> {
  const failure = toError(error);
  return inTransaction(em, async (transaction) => {
    await lockPosition(transaction, consumer, envelope.subject);
    await transaction.execute(insertEvent, [
      ...[consumer, envelope.id],
      ...[consumer, envelope.id, envelope.type, envelope.subject, envelope.aggregateversion, JSON.stringify(envelope)],
      ...[failure.name, messageOf(failure), fingerprintOf(failure), tries, envelope.time],
      ...[consumer, envelope.id],
    ]);
  });
}

const insertEvent = `
with unparked as (
  delete from inbox_parked where consumer = ? and event_id = ?
)
insert into dead_letter (consumer, event_id, type, aggregate_id, version, envelope,
  error_class, error_message, fingerprint, tries, first_seen_at)
select ?, ?::uuid, ?, ?::uuid, ?::int, ?::jsonb, ?, ?, ?, ?::int, ?::timestamptz
where not exists (select from inbox where consumer = ? and event_id = ?)
on conflict (consumer, event_id) do update
  set tries = greatest(dead_letter.tries + 1, excluded.tries), last_seen_at = now(), error_class = excluded.error_class,
    error_message = excluded.error_message, fingerprint = excluded.fingerprint
  where dead_letter.status = 'DEAD'`;

/** Every delivery of the aggregate's events to this consumer waits, and what those before have done is seen. */
async function lockPosition(em: EntityManager, consumer: string, aggregateId: string): Promise<void> {
  await em.execute(
    `insert into consumer_position (consumer, aggregate_id, version) values (?, ?, 0)
     on conflict (consumer, aggregate_id) do update set version = consumer_position.version`,
    [consumer, aggregateId],
  );
}

/** A message as the broker gave it. */
export interface RawMessage {
  subject: string;
  stream: string;
  sequence: number;
  payload: Uint8Array;
  /** When the stream took it. */
  storedAt: Date;
}

/** Keeps a message that is no event: nothing in it can be relied on, so it is known by its place in the stream. */
export async function buryRawMessage(
  em: EntityManager,
  { consumer, message, tries }: { consumer: string; message: RawMessage; tries: number },
  error: unknown,
): Promise<void> {
  const failure = toError(error);
  const { subject, stream, sequence, payload, storedAt } = message;
  await em.execute(
    `insert into dead_letter (consumer, stream, stream_sequence, type, payload,
       error_class, error_message, fingerprint, tries, first_seen_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (consumer, stream, stream_sequence) do update set tries = excluded.tries, last_seen_at = now()`,
    [
      ...[consumer, stream, sequence, subject, Buffer.from(payload)],
      ...[failure.name, messageOf(failure), fingerprintOf(failure), tries, storedAt],
    ],
  );
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** PostgreSQL keeps no NUL in a text, and an error that quotes what it could not read may hold one. */
function messageOf(failure: Error): string {
  return failure.message.replaceAll('\0', '\uFFFD');
}

/** Groups failures of one cause: the error's class and the first frame of our own code. */
function fingerprintOf(failure: Error): string {
  const ownFrame = failure.stack?.split('\n').find((line) => line.includes('/src/') && !line.includes('node_modules'));
  return createHash('sha256')
    .update(`${failure.name} ${ownFrame?.trim() ?? ''}`)
    .digest('hex')
    .slice(0, 16);
}
