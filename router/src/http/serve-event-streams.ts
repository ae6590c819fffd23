import { PublicError } from '@souk/kit/domain';
import { currentCorrelation } from '@souk/kit/observability';
import type { Request, RequestHandler } from 'express';
import type { AddressOf } from '../identity/address-of.js';
import type { Identity } from '../identity/identity.js';
import { refusedToken } from '../identity/verify-access-token.js';
import type { WatchIdentity } from '../identity/watch-identity.js';
import { clientOf } from '../metrics/client-headers.js';
import { departureOf } from '../operations/departure.js';
import type { RouterContext } from '../operations/router-context.js';
import type { OperationRunner } from '../operations/run-operation.js';
import type { ResultStream } from '../subscriptions/result-stream.js';
import { EventStream } from './event-stream.js';
import { identityOf } from './identify.js';
import { readOperation } from './read-operation.js';
import type { Refuse } from './refuse.js';

const eventStream = 'text/event-stream';
/** What we answer with, the first being preferred by who has no preference. */
const answerTypes = ['application/json', 'application/graphql-response+json', eventStream];

export interface EventStreamParts {
  runner: OperationRunner;
  watchIdentity: WatchIdentity;
  addressOf: AddressOf;
  refuse: Refuse;
}

/** Answers operations of clients that prefer server-sent events; passes on all others. */
export function serveEventStreams(parts: EventStreamParts): RequestHandler {
  return async (request, response, next) => {
    if (request.accepts(answerTypes) !== eventStream) {
      next();
      return;
    }
    try {
      const context = { ...contextOf(request), address: parts.addressOf(request), departure: departureOf(response) };
      const outcome = await parts.runner.run(readOperation(request), context);
      const events = new EventStream(response);
      if (outcome.kind === 'stream') await tellAll(events, outcome.stream, context.identity, parts);
      else {
        events.next(JSON.stringify(outcome.kind === 'result' ? outcome.result : { errors: outcome.errors }));
        events.complete();
      }
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      parts.refuse(response, error);
    }
  };
}

function contextOf(request: Request): RouterContext {
  return {
    identity: identityOf(request),
    client: clientOf(request),
    requestId: currentCorrelation().correlationId,
    way: 'sse',
    isReadOnly: request.method === 'GET',
  };
}

/**
 * Tells every result, until the stream ends, the client is gone, or their token is not good any more. A stream that is cut
 * short is not completed: a connection that breaks makes the client come back.
 */
async function tellAll(
  events: EventStream,
  stream: ResultStream,
  identity: Identity,
  { runner, watchIdentity }: EventStreamParts,
): Promise<void> {
  const identityOver = Promise.withResolvers<boolean>();
  const stopWatching = watchIdentity(identity, () => identityOver.reject(refusedToken()));
  events.onClosed(() => stream.leave());
  try {
    const isComplete = await Promise.race([stream.tell((json) => events.next(json)), identityOver.promise]);
    if (isComplete) events.complete();
    else events.breakOff();
  } catch (error) {
    events.next(JSON.stringify({ errors: runner.explain(error) }));
    events.complete();
  } finally {
    stopWatching();
    stream.leave();
  }
}
