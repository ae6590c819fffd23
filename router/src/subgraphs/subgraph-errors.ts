import { isPublicErrorCode, PublicError, type PublicErrorCode, type PublicErrorDetails } from '@souk/kit/domain';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/**
 * Codes that a subgraph uses for what is between it and the router: that the router asked wrongly, or in nobody's name.
 * The client cannot help it.
 */
const codesOfProtocol: ReadonlySet<PublicErrorCode> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'METHOD_NOT_ALLOWED',
]);

/** What a subgraph says of an error, reduced to what may travel on. A code that may not becomes an internal error. */
export function toGraphqlError(error: GraphQLFormattedError): GraphQLError {
  const { code, ...details } = error.extensions ?? {};
  const isPublic = isPublicErrorCode(code) && !codesOfProtocol.has(code);
  return new GraphQLError(error.message, {
    path: error.path,
    extensions: { code: isPublic ? code : 'INTERNAL_SERVER_ERROR', ...pickDetails(details) },
  });
}

/** The details that may stand beside an error's code, each only if it has the form it should have. */
export function pickDetails(extensions: Record<string, unknown>): PublicErrorDetails {
  const { retryAfterMs, field, limit, actual } = extensions;
  return {
    ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
    ...(typeof field === 'string' && { field }),
    ...(typeof limit === 'number' && { limit }),
    ...(typeof actual === 'number' && { actual }),
  };
}

/** @param cause for the log. */
export function unavailable(cause?: unknown): PublicError {
  const failure = new PublicError('SERVICE_UNAVAILABLE', 'This part of the shop is not available at the moment.', {
    retryAfterMs: 1_000,
  });
  return cause === undefined ? failure : Object.assign(failure, { cause });
}

const tookTooLong = 'This part of the shop took too long to answer.';

export function tooSlow(): PublicError {
  return new PublicError('TIMEOUT', tookTooLong, { retryAfterMs: 1_000 });
}

/** The operation's time was over, or nobody waits for it any more: that says nothing about the subgraph. */
export class CutShortError extends PublicError {
  constructor() {
    super('TIMEOUT', tookTooLong, { retryAfterMs: 1_000 });
  }
}

/** The subgraph was not even asked, because it does not answer at the moment, or too many questions wait for it. */
export class NotAskedError extends PublicError {
  constructor() {
    super('SERVICE_UNAVAILABLE', unavailable().message, unavailable().details);
  }
}

/** A fetch that failed as a whole, told at each of the places that it would have filled. */
export function failuresAt(places: (string | number)[][], failure: unknown): GraphQLError[] {
  const known = failure instanceof PublicError ? failure : new PublicError('INTERNAL_SERVER_ERROR', 'No answer.');
  const extensions = { code: known.code, ...known.details };
  return places.map((path) => new GraphQLError(known.message, { path, extensions }));
}
