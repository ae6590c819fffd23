import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isPublicErrorCode, PublicError } from '../domain/index.js';
import { currentCorrelation, type Logger } from '../observability/index.js';

/**
 * Decides what a client sees of an error: code and message of those on the closed list, and for all others an opaque
 * INTERNAL_SERVER_ERROR, logged here with the request's id. Never a stack.
 */
export function createErrorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const requestId = currentCorrelation().correlationId;
    const { path } = formatted;
    const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
    if (cause instanceof PublicError) {
      return {
        message: cause.message,
        ...(path && { path }),
        extensions: { code: cause.code, ...cause.details, requestId },
      };
    }
    const code = formatted.extensions?.['code'];
    if (isPublicErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR') {
      return { message: formatted.message, ...(path && { path }), extensions: { code, requestId } };
    }
    logger.error({ err: cause, path }, 'A field failed.');
    return {
      message: 'Internal server error',
      ...(path && { path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    };
  };
}
