import { randomUUID } from 'node:crypto';
import { inSpan, SpanKind, withCorrelation } from '@souk/kit/observability';
import type { RequestHandler } from 'express';

export interface RequestScope {
  requestId: string;
  method: string;
  path: string;
}

/** Runs `work` so that its logs, spans and calls bear the request's id and trace. */
export type InRequest = <Result>(scope: RequestScope, work: () => Promise<Result>) => Promise<Result>;

/** @param isTraced whether spans go anywhere. */
export function createInRequest(isTraced: boolean): InRequest {
  return ({ requestId, method, path }, work) => {
    const span = { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } };
    const inTrace = isTraced ? () => inSpan(`${method} ${path}`, span, work) : work;
    return withCorrelation({ correlationId: requestId }, inTrace);
  };
}

/** The id of a request is always ours: what a client sends under this name could be anything, and is not passed on. */
export function newRequestId(): string {
  return randomUUID();
}

/** Gives a request its id and its span. */
export function requestScope(inRequest: InRequest): RequestHandler {
  return (request, response, next) => {
    const requestId = newRequestId();
    response.set('x-request-id', requestId);
    const answered = new Promise<void>((resolve) => response.once('close', resolve));
    return inRequest({ requestId, method: request.method, path: request.path }, () => {
      next();
      return answered;
    });
  };
}
