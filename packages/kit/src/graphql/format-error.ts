import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isPublicErrorCode, PublicError } from '../domain/index.js';
import { currentCorrelation, type Logger } from '../observability/index.js';
import { isDatabaseAway } from '../persistence/index.js';

const opaque = new PublicError('INTERNAL_SERVER_ERROR', 'Internal server error');
const busy = new PublicError('SERVICE_UNAVAILABLE', 'This is not available now; try again.', { retryAfterMs: 1_000 });

/**
 * Decides what a client sees of an error: code and message of those on the closed list, SERVICE_UNAVAILABLE when the
 * database could not be had, and for all others an opaque INTERNAL_SERVER_ERROR. What is hidden from the client is
 * logged here with the request's id. Never a stack.
 */
export function createErrorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const requestId = currentCorrelation().correlationId;
    const { path } = formatted;
    const { code, message, details } = publicErrorOf(formatted, error, logger);
    return { message, ...(path && { path }), extensions: { code, ...details, requestId } };
  };
}

function publicErrorOf(formatted: GraphQLFormattedError, error: unknown, logger: Logger): PublicError {
  const { path, message } = formatted;
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (cause instanceof PublicError) return cause;
  const code = formatted.extensions?.['code'];
  if (isPublicErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR') return new PublicError(code, message);
  const isBusy = isDatabaseAway(cause);
  logger[isBusy ? 'warn' : 'error']({ err: cause, path }, 'A field failed.');
  return isBusy ? busy : opaque;
}
