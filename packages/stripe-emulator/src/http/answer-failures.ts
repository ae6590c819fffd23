import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ZodError, z } from 'zod';
import { invalidRequest, StripeFailure } from '../failures/stripe-failure.js';
import { answerOf, send } from './answer.js';

/** NOTE: the official SDK takes a 404 without an `error` object for a success. */
export const answerUnknownRoute: RequestHandler = (request) => {
  const message = `Unrecognized request URL (${request.method}: ${request.path}). The emulator has no such route.`;
  throw new StripeFailure(404, { type: 'invalid_request_error', message });
};

/** Everything that goes wrong leaves as JSON with an `error` object. */
export function answerFailures(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const failure = toFailure(error);
    if (failure.status >= 500) logger.error({ error }, 'a request failed');
    send(response, answerOf(failure));
  };
}

function toFailure(error: unknown): StripeFailure {
  if (error instanceof StripeFailure) return error;
  if (error instanceof ZodError) return invalidRequest(z.prettifyError(error));
  const status = (error as { status?: number }).status ?? 500;
  if (status >= 500) return new StripeFailure(500, { type: 'api_error', message: 'An unknown error occurred.' });
  return new StripeFailure(status, { type: 'invalid_request_error', message: 'The request could not be read.' });
}
