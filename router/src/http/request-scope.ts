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
  const span = { kind: SpanKind.SERVER, attributes: { 'http.request.method': request.method } };
  const answered = new Promise<void>((resolve) => response.once('close', resolve));
  return withCorrelation({ correlationId }, () =>
    inSpan(`${request.method} ${request.path}`, span, () => {
      next();
      return answered;
    }),
  );
};
