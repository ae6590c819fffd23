import { headers, JSONCodec, type NatsConnection, NatsError } from 'nats';
import { type Question, replySchema } from '../contracts/index.js';
import { PublicError } from '../domain/index.js';
import { currentCorrelation, inSpan, SpanKind, traceHeaders } from '../observability/index.js';

/** Asks another subgraph. @throws {PublicError} SERVICE_UNAVAILABLE when no answer comes in time. */
export type Ask = <Request, Reply>(question: Question<Request, Reply>, request: Request) => Promise<Reply>;

const codec = JSONCodec();

export function createAsk(nats: NatsConnection): Ask {
  return (question, request) =>
    inSpan(question.subject, { kind: SpanKind.CLIENT }, async () => {
      const payload = codec.encode(question.request.parse(request));
      const message = await nats
        .request(question.subject, payload, { timeout: question.timeoutMs, headers: contextHeaders() })
        .catch((error: unknown) => {
          if (error instanceof NatsError) throw unanswered(question.owner);
          throw error;
        });
      const reply = replySchema.parse(codec.decode(message.data));
      if (!reply.ok) throw unanswered(question.owner);
      return question.reply.parse(reply.data);
    });
}

function contextHeaders() {
  const carried = headers();
  carried.set('correlationid', currentCorrelation().correlationId);
  const { traceparent } = traceHeaders();
  if (traceparent) carried.set('traceparent', traceparent);
  return carried;
}

function unanswered(owner: string): PublicError {
  return new PublicError('SERVICE_UNAVAILABLE', `The ${owner} service does not answer.`, { retryAfterMs: 1_000 });
}
