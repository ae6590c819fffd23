import { z } from 'zod';

/** A question that one subgraph answers at once, over NATS request–reply. */
export interface Question<Request, Reply> {
  /** `ask.<owner>.<question>.v<n>`, the NATS subject; no stream may match it. */
  subject: string;
  owner: string;
  request: z.ZodType<Request>;
  reply: z.ZodType<Reply>;
  timeoutMs: number;
  description: string;
}

/** Declares a question. @throws {Error} when the subject has another form. */
export function defineQuestion<Request, Reply>(
  subject: string,
  declaration: Omit<Question<Request, Reply>, 'subject' | 'owner'>,
): Question<Request, Reply> {
  const match = /^ask\.([a-z]+)\.[a-z]+(?:-[a-z]+)*\.v[1-9]\d*$/.exec(subject);
  if (!match?.[1]) throw new Error(`"${subject}" is not of the form ask.<owner>.<question>.v<n>.`);
  return { subject, owner: match[1], ...declaration };
}

/** How an answer travels: what was asked for, or that the owner failed to find out. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** Whether a value is a question, such as what a module of `schema/questions` exports. */
export function isQuestion(value: unknown): value is Question<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'subject' in value && 'request' in value && 'reply' in value;
}
