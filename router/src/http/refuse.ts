import type { PublicError, PublicErrorCode } from '@souk/kit/domain';
import { errorBody } from '@souk/kit/server';
import type { Response } from 'express';

const statusByCode: Partial<Record<PublicErrorCode, number>> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA_TYPE: 415,
  SERVICE_UNAVAILABLE: 503,
};

/** Answers a request that does not become an operation. */
export function refuse(response: Response, { code, message, details }: PublicError): void {
  if (code === 'UNAUTHENTICATED') response.set('www-authenticate', 'Bearer error="invalid_token"');
  if (details.retryAfterMs) response.set('retry-after', String(Math.ceil(details.retryAfterMs / 1_000)));
  response.status(statusByCode[code] ?? 500).json(errorBody(code, message));
}
