import { z } from 'zod';
import { defineQuestion, type Question } from '../contracts/index.js';
import { deadLetterSchema, deadLetterStatuses } from './dead-letter.js';

/** The most that one answer lists, which keeps it well below what a message of the broker may hold. */
export const largestList = 101;
/** How much of the content a list shows, and one dead letter alone, in characters. */
export const contentLength = { listed: 2_000, alone: 200_000 };

const listSchema = z.object({
  id: z.string().optional().describe('This one alone, with its whole content.'),
  consumer: z.string().optional(),
  fingerprint: z.string().optional(),
  status: z.enum(deadLetterStatuses).optional(),
  before: z
    .object({ firstSeenAt: z.iso.datetime(), number: z.string() })
    .optional()
    .describe('Only those that come after this place in the list, newest first.'),
  limit: z.int().min(1).max(largestList),
});

export type ListRequest = z.infer<typeof listSchema>;

const verdictSchema = z.object({
  deadLetter: deadLetterSchema.nullable().describe('As it stands now; null when there is none.'),
  refusal: z
    .object({ code: z.enum(['NOT_FOUND', 'INVALID_STATE_TRANSITION', 'INVALID_REASON']), message: z.string() })
    .nullable(),
});

/** What became of the wish to redrive or discard a dead letter. */
export type Verdict = z.infer<typeof verdictSchema>;

/** Who wants it, as the audit log names them: `staff:<id>`, or `operator:<name>` for somebody at the machine. */
const by = z.string().min(1).max(200);

export function askListDeadLetters(subgraph: string) {
  return defineQuestion(`ask.${subgraph}.list-dead-letters.v1`, {
    request: listSchema,
    reply: z.object({ deadLetters: z.array(deadLetterSchema) }),
    timeoutMs: 2_000,
    description: "A subgraph's dead letters, newest first.",
  });
}

export function askRedriveDeadLetter(subgraph: string): Question<{ id: string; by: string }, Verdict> {
  return defineQuestion(`ask.${subgraph}.redrive-dead-letter.v1`, {
    request: z.object({ id: z.string(), by }),
    reply: verdictSchema,
    timeoutMs: 4_000,
    description: 'Handles the event once more, through the inbox; harmless when repeated.',
  });
}

export function askDiscardDeadLetter(subgraph: string): Question<{ id: string; by: string; reason: string }, Verdict> {
  return defineQuestion(`ask.${subgraph}.discard-dead-letter.v1`, {
    request: z.object({ id: z.string(), by, reason: z.string() }),
    reply: verdictSchema,
    timeoutMs: 4_000,
    description:
      'Goes past the event for good, so that later ones of its aggregate are handled; harmless when repeated.',
  });
}
