import { newId } from '@souk/kit/domain';
import { inSpan, SpanKind, withCorrelation } from '@souk/kit/observability';
import type { RequestHandler } from 'express';

/**
 * Gives a request its id and its span. Both are ours: what a client sends under these names could be anything, and is not
 * passed on.
 */
export const requestScope: RequestHandler = (request, response, next) => {
  const correlationId = newId();
  response.set('x-request-id', correlationId);
  const answered = new Promise<void>((resolve) => response.once('close', resolve));
  return inRequest({ correlationId, method: request.method, path: request.path }, () => {
    next();
    return answered;
  });
};

export interface RequestScope {
  correlationId: string;
  method: string;
  path: string;
}

/** Runs `work` so that its logs, spans and calls bear the request's id and trace. */
export function inRequest<Result>(
  { correlationId, method, path }: RequestScope,
  work: () => Promise<Result>,
): Promise<Result> {
  const span = { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } };
  return withCorrelation({ correlationId }, () => inSpan(`${method} ${path}`, span, work));
}
