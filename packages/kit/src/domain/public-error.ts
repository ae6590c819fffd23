/** The closed list of codes that a client may meet in `errors`. Refusals of mutations are data and not in it. */
export const publicErrorCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'DEPTH_LIMIT_EXCEEDED',
  'ALIAS_LIMIT_EXCEEDED',
  'COST_LIMIT_EXCEEDED',
  'TOKEN_LIMIT_EXCEEDED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_IN_PROGRESS',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'METHOD_NOT_ALLOWED',
  'INTERNAL_SERVER_ERROR',
] as const;
export type PublicErrorCode = (typeof publicErrorCodes)[number];

/** What may stand beside the code in an error's extensions. */
export interface PublicErrorDetails {
  retryAfterMs?: number;
  field?: string;
  limit?: number;
  actual?: number;
}

/** A failure whose code and message the client may see. Every other error reaches it as INTERNAL_SERVER_ERROR. */
export class PublicError extends Error {
  constructor(
    readonly code: PublicErrorCode,
    message: string,
    readonly details: PublicErrorDetails = {},
  ) {
    super(message);
    this.name = 'PublicError';
  }
}

export function isPublicErrorCode(code: unknown): code is PublicErrorCode {
  return publicErrorCodes.includes(code as PublicErrorCode);
}
