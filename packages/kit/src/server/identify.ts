import type { Request, RequestHandler } from 'express';
import { newId, PublicError } from '../domain/index.js';
import { actorOf, assertionHeader, type Caller, type VerifyAssertion } from '../identity/index.js';
import { inSpan, SpanKind, withCorrelation } from '../observability/index.js';
import { errorBody } from './json-errors.js';

const callers = new WeakMap<Request, Caller>();

/** Who asks, for a request that passed {@link identify}. */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('This request was not identified.');
  return caller;
}

/**
 * Lets only requests with the router's assertion pass, and ties what follows to the request's id and trace, which are
 * believed only beside it.
 */
export function identify(verify: VerifyAssertion): RequestHandler {
  return async (request, response, next) => {
    let caller: Caller;
    try {
      caller = await verify(request.get(assertionHeader));
      callers.set(request, caller);
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      response.status(401).json(errorBody(error.code, error.message));
      return;
    }
    const correlationId = request.get('x-request-id') ?? newId();
    const span = { kind: SpanKind.SERVER, parent: { traceparent: request.get('traceparent') } };
    await withCorrelation({ correlationId, actor: actorOf(caller) }, () =>
      inSpan('graphql', span, () => {
        const answered = new Promise<void>((resolve) => response.once('close', resolve));
        next();
        return answered;
      }),
    );
  };
}
