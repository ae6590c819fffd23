import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ZodError, z } from 'zod';
import { CarrierFailure } from '../failures/carrier-failure.js';

export const answerUnknownRoute: RequestHandler = (request) => {
  throw new CarrierFailure(404, 'NOT_FOUND', `There is no ${request.method} ${request.path}.`);
};

/** Everything that goes wrong leaves as JSON with an `error` object. */
export function answerFailures(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const failure = toFailure(error);
    if (failure.code === 'INTERNAL_ERROR') logger.error({ error }, 'a request failed');
    response.status(failure.status).json(failure.toBody());
  };
}

function toFailure(error: unknown): CarrierFailure {
  if (error instanceof CarrierFailure) return error;
  if (error instanceof ZodError) return new CarrierFailure(400, 'INVALID_REQUEST', z.prettifyError(error));
  const status = (error as { status?: number }).status ?? 500;
  if (status >= 500) return new CarrierFailure(500, 'INTERNAL_ERROR', 'Something went wrong here.');
  return new CarrierFailure(status, 'INVALID_REQUEST', 'The request could not be read.');
}
