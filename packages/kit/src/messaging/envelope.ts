import type { Envelope } from '../contracts/index.js';

export { type Envelope, envelopeSchema } from '../contracts/index.js';

/** A row of the outbox as the relay reads it. */
export interface OutboxRow {
  id: string;
  event_id: string;
  aggregate_type: string;
  aggregate_id: string;
  event_version: number;
  type: string;
  payload: unknown;
  headers: { correlationid: string; causationid?: string; traceparent?: string };
  created_at: Date;
}

export function toEnvelope(row: OutboxRow, source: string): Envelope {
  return {
    specversion: '1.0',
    id: row.event_id,
    type: row.type,
    source: `/souk/${source}`,
    subject: row.aggregate_id,
    time: row.created_at.toISOString(),
    aggregateversion: row.event_version,
    ...row.headers,
    data: row.payload,
  };
}
