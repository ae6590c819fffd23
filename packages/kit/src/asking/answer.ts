import { JSONCodec, type Msg, type NatsConnection, type Subscription } from 'nats';
import type { Question } from '../contracts/index.js';
import type { Clock } from '../domain/index.js';
import { inSpan, type Logger, SpanKind, withCorrelation } from '../observability/index.js';
import type { EntityManager } from '../persistence/index.js';
import type { Ask } from './ask.js';

/** What an answer works with: an entity manager of its own, and the means to ask others. */
export interface AnswerContext {
  em: EntityManager;
  now: Clock;
  ask: Ask;
  logger: Logger;
}

export interface Answer<Request = unknown, Reply = unknown> {
  question: Question<Request, Reply>;
  answer(request: Request, context: AnswerContext): Promise<Reply>;
}

/** Answers a question of another subgraph. */
export function answerTo<Request, Reply>(
  question: Question<Request, Reply>,
  answer: (request: Request, context: AnswerContext) => Promise<Reply>,
  // biome-ignore lint/suspicious/noExplicitAny: a list of answers mixes kinds of questions
): Answer<any, any> {
  return { question, answer };
}

const codec = JSONCodec();

/** Starts to answer; any one process of the subgraph takes each question. Returns a function that finishes and stops. */
export function startAnswering(
  nats: NatsConnection,
  answers: readonly Answer[],
  { context, logger }: { context: () => AnswerContext; logger: Logger },
): () => Promise<void> {
  const underWay = new Set<Promise<void>>();
  const subscriptions = answers.map((answer) => listen(nats, answer, { context, logger, underWay }));
  return async () => {
    await Promise.all(subscriptions.map((subscription) => subscription.drain()));
    await Promise.all(underWay);
  };
}

function listen(
  nats: NatsConnection,
  answer: Answer,
  { context, logger, underWay }: { context: () => AnswerContext; logger: Logger; underWay: Set<Promise<void>> },
): Subscription {
  return nats.subscribe(answer.question.subject, {
    queue: answer.question.owner,
    callback: (_error, message) => {
      const work = respond(message, answer, context(), logger).finally(() => underWay.delete(work));
      underWay.add(work);
    },
  });
}

async function respond(
  message: Msg,
  { question, answer }: Answer,
  context: AnswerContext,
  logger: Logger,
): Promise<void> {
  const correlationId = message.headers?.get('correlationid') ?? '';
  const parent = { traceparent: message.headers?.get('traceparent') };
  await withCorrelation({ correlationId, actor: `question:${question.subject}` }, async () => {
    try {
      const data = await inSpan(question.subject, { kind: SpanKind.SERVER, parent }, () =>
        answer(question.request.parse(codec.decode(message.data)), context),
      );
      message.respond(codec.encode({ ok: true, data }));
    } catch (error) {
      logger.error({ err: error, question: question.subject }, 'A question could not be answered.');
      message.respond(codec.encode({ ok: false, message: 'The question could not be answered.' }));
    }
  });
}
