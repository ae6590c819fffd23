import { HeaderMap } from '@apollo/server';
import { PublicError, type PublicErrorCode, type PublicErrorDetails } from '@souk/kit/domain';
import { GraphQLError } from 'graphql';

const statusByCode: Partial<Record<PublicErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
};

/** The HTTP status of an answer that says nothing but this. */
export function statusOf(code: PublicErrorCode): number {
  return statusByCode[code] ?? 400;
}

/** What is wrong with an operation itself. */
const mistakes: ReadonlySet<string> = new Set<PublicErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

/**
 * The status of an answer of the type `application/json`. GraphQL over HTTP recommends 200 for mistakes in an operation
 * there, because clients of that type cannot tell another status of ours from one of whatever stands between us.
 * @param status it would have in `application/graphql-response+json`.
 */
export function plainJsonStatus(code: string, status: number): number {
  return mistakes.has(code) ? 200 : status;
}

/** The HTTP headers of an answer that says nothing but this. */
export function headersOf(code: PublicErrorCode, { retryAfterMs }: PublicErrorDetails): Record<string, string> {
  return {
    ...(code === 'UNAUTHENTICATED' && { 'www-authenticate': 'Bearer error="invalid_token"' }),
    ...(retryAfterMs !== undefined && { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) }),
  };
}

/** Why a whole operation is not executed. */
export function refusal(code: PublicErrorCode, message: string, details: PublicErrorDetails = {}): GraphQLError {
  const http = { status: statusOf(code), headers: new HeaderMap(Object.entries(headersOf(code, details))) };
  const originalError = new PublicError(code, message, details);
  return new GraphQLError(message, { originalError, extensions: { code, ...details, http } });
}
