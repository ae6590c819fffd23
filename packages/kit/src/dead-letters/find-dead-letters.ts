import type { Envelope } from '../messaging/index.js';
import type { EntityManager } from '../persistence/index.js';
import { type DeadLetter, deadLetterSchema, parseDeadLetterId } from './dead-letter.js';
import { contentLength, type ListRequest } from './questions.js';

/** A dead letter as the subgraph that owns it works with it. */
export interface StoredDeadLetter {
  told: DeadLetter;
  /** Its number in the table. */
  number: string;
  /** Null for a message that is no event. */
  envelope: Envelope | null;
}

const largestNumber = '9223372036854775807';

/** As RFC 3339 to the microsecond, so that it can stand in a cursor. */
const timeOf = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Reads at most `limit` dead letters of a subgraph, newest first. */
export async function findDeadLetters(
  em: EntityManager,
  subgraph: string,
  { id, consumer, fingerprint, status, before, limit }: ListRequest,
): Promise<DeadLetter[]> {
  if (id !== undefined) {
    const found = await findDeadLetter(em, subgraph, id);
    return found ? [found.told] : [];
  }
  const conditions: [string, string | undefined][] = [
    ['consumer = ?', consumer],
    ['fingerprint = ?', fingerprint],
    ['status = ?', status],
  ];
  const given = conditions.filter(([, value]) => value !== undefined);
  const { firstSeenAt = 'infinity', number = largestNumber } = before ?? {};
  const rows = await em.execute<DeadLetter[]>(
    `${select(subgraph, contentLength.listed)}
     where (first_seen_at, id) < (?::timestamptz, ?::bigint) ${given.map(([condition]) => `and ${condition}`).join(' ')}
     order by first_seen_at desc, id desc limit ?`,
    [firstSeenAt, number, ...given.map(([, value]) => value), limit],
  );
  return rows.map((row) => deadLetterSchema.parse(row));
}

/** Reads one dead letter with all that it holds. Null when there is none. */
export async function findDeadLetter(
  em: EntityManager,
  subgraph: string,
  id: string,
): Promise<StoredDeadLetter | null> {
  const parsed = parseDeadLetterId(id);
  if (parsed?.subgraph !== subgraph) return null;
  const [row] = await em.execute<(DeadLetter & { envelope: Envelope | null })[]>(
    `${select(subgraph, contentLength.alone)} where id = ?::bigint`,
    [parsed.number],
  );
  return row ? { told: deadLetterSchema.parse(row), number: parsed.number, envelope: row.envelope } : null;
}

/** @param subgraph a name of our own, never of a client. */
function select(subgraph: string, length: number): string {
  return `
select '${subgraph}-' || id as id, consumer, type, event_id as "eventId", aggregate_id as "aggregateId", version, status,
  error_class as "errorClass", error_message as "errorMessage", fingerprint, tries,
  ${timeOf('first_seen_at')} as "firstSeenAt", ${timeOf('last_seen_at')} as "lastSeenAt",
  redrives, ${timeOf('redriven_at')} as "redrivenAt", redriven_by as "redrivenBy",
  ${timeOf('discarded_at')} as "discardedAt", discarded_by as "discardedBy", discard_reason as "discardReason",
  (select count(*)::int from inbox_parked parked where parked.consumer = dead_letter.consumer
     and parked.aggregate_id = dead_letter.aggregate_id and parked.version > dead_letter.version) as waiting,
  left(coalesce(envelope::text, encode(payload, 'escape')), ${length}) as content, envelope
from dead_letter`;
}
