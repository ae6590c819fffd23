import type { RequestHandler } from 'express';

/** Headers that tell browsers to be strict. Our answers are data; the one page there is brings a policy of its own. */
export function securityHeaders(isProduction: boolean): RequestHandler {
  const headers = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...(isProduction && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}
