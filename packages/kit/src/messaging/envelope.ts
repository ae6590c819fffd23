import { z } from 'zod';
import { idField } from '../contracts/index.js';

/** A structured CloudEvents 1.0 message in JSON, with our extension attributes. */
export const envelopeSchema = z.looseObject({
  specversion: z.literal('1.0'),
  id: idField,
  type: z.string(),
  source: z.string(),
  subject: idField,
  time: z.iso.datetime({ offset: true }),
  aggregateversion: z.int().positive(),
  correlationid: z.string(),
  causationid: z.string().optional(),
  traceparent: z.string().optional(),
  data: z.unknown(),
});

export type Envelope = z.infer<typeof envelopeSchema>;

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
