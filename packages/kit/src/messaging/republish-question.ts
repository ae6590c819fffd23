import { z } from 'zod';
import { defineQuestion, idField, type Question } from '../contracts/index.js';

const requestSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('SINCE'),
    from: z.union([
      z.object({ time: z.iso.datetime() }),
      z.object({ eventId: idField }),
      z.object({ page: z.string() }).describe('What the last page left: `next`.'),
    ]),
  }),
  z.object({
    what: z.literal('VERSIONS'),
    aggregateType: z.string().describe('Such as `orders.order`.'),
    aggregateId: idField,
    first: z.int().positive(),
    last: z.int().positive(),
  }),
]);

const replySchema = z.object({
  published: z.int().describe('How many events.'),
  next: z.string().nullable().describe('Where the next page begins; null after the last one.'),
  isKnown: z.boolean().describe('False when the event to begin with is not kept.'),
});

export type RepublishRequest = z.infer<typeof requestSchema>;
export type RepublishReply = z.infer<typeof replySchema>;

/** Asks an owner to publish events again that its outbox still holds: a bounded part of them, under the ids they had. */
export function askRepublish(owner: string): Question<RepublishRequest, RepublishReply> {
  return defineQuestion(`ask.${owner}.republish-events.v1`, {
    request: requestSchema,
    reply: replySchema,
    timeoutMs: 20_000,
    description: 'Publishes again what was published before; consumers drop what they know.',
  });
}
