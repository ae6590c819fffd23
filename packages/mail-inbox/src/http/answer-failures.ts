import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ZodError, z } from 'zod';
import { NotFoundError } from './not-found-error.js';

export const answerUnknownRoute: RequestHandler = (request) => {
  throw new NotFoundError(`There is no ${request.method} ${request.path}.`);
};

/** Everything that goes wrong leaves as JSON with an `error` object. */
export function answerFailures(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const { status, message } = describe(error);
    if (status >= 500) logger.error({ error }, 'a request failed');
    response.status(status).json({ error: { message } });
  };
}

function describe(error: unknown): { status: number; message: string } {
  if (error instanceof ZodError) return { status: 400, message: z.prettifyError(error) };
  if (error instanceof NotFoundError) return error;
  const status = (error as { status?: number }).status ?? 500;
  return { status, message: status < 500 ? 'The request could not be read.' : 'Something went wrong here.' };
}
