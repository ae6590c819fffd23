import type { ErrorRequestHandler, RequestHandler } from 'express';
import { newId, type PublicErrorCode } from '../domain/index.js';
import type { Logger } from '../observability/index.js';

const codeByStatus: Record<number, PublicErrorCode> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** The body of a request that never became a GraphQL operation. */
export function errorBody(code: PublicErrorCode, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}

/**
 * Answers what express could not read as JSON: never a page, never a stack.
 * @param onAnswer is told the code of each answer.
 */
export function jsonErrors(logger: Logger, onAnswer?: (code: PublicErrorCode) => void): ErrorRequestHandler {
  return (error: { status?: number; statusCode?: number }, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = error.status ?? error.statusCode ?? 500;
    const code = codeByStatus[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
    if (status >= 500) logger.error({ err: error, requestId: newId() }, 'A request failed.');
    onAnswer?.(code);
    const message = status >= 500 ? 'Internal server error' : 'The request could not be read.';
    response.status(status).json(errorBody(code, message));
  };
}

/** Answers paths that nobody serves. */
export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json(errorBody('NOT_FOUND', 'There is nothing at this address.'));
};
