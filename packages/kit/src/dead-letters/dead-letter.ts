import { z } from 'zod';

export const deadLetterStatuses = ['DEAD', 'REDRIVEN', 'DISCARDED'] as const;
export type DeadLetterStatus = (typeof deadLetterStatuses)[number];

const time = z.iso.datetime();

/** A dead letter as its subgraph tells of it. What only events have is null for a message that is none. */
export const deadLetterSchema = z.object({
  id: z.string().describe('`<subgraph>-<number>`.'),
  consumer: z.string(),
  type: z.string().describe('Of the event; the subject of a message that is none.'),
  eventId: z.string().nullable(),
  aggregateId: z.string().nullable(),
  version: z.int().nullable().describe("The event's position in the aggregate's life."),
  status: z.enum(deadLetterStatuses),
  errorClass: z.string(),
  errorMessage: z.string(),
  fingerprint: z.string().describe('The same for failures of one cause.'),
  tries: z.int(),
  firstSeenAt: time,
  lastSeenAt: time,
  redrives: z.int(),
  redrivenAt: time.nullable(),
  redrivenBy: z.string().nullable(),
  discardedAt: time.nullable(),
  discardedBy: z.string().nullable(),
  discardReason: z.string().nullable(),
  waiting: z.int().describe('How many later events of the aggregate wait for it.'),
  content: z.string().describe('What was received, from its beginning.'),
});

export type DeadLetter = z.infer<typeof deadLetterSchema>;

/** The subgraph that a dead letter belongs to and its number there, or null for what is no id. */
export function parseDeadLetterId(id: string): { subgraph: string; number: string } | null {
  const match = /^([a-z]+)-([1-9]\d{0,17})$/.exec(id);
  return match ? { subgraph: match[1] as string, number: match[2] as string } : null;
}
