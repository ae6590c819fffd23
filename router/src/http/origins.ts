import type { RequestHandler } from 'express';

/** Whether pages of an origin may use the API. What is not a browser sends no origin. */
export type IsAllowedOrigin = (origin: string | undefined, host: string | undefined) => boolean;

/** @param allowed the origins that may, beside our own. */
export function createOriginCheck(allowed: readonly string[]): IsAllowedOrigin {
  const origins = new Set(allowed);
  return (origin, host) => origin === undefined || origins.has(origin) || isSame(origin, host);
}

function isSame(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Tells browsers which pages may read our answers. There are no cookies, hence no credentials: a page needs a token, and
 * sends it itself.
 */
export function cors(isAllowed: IsAllowedOrigin): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    response.vary('origin');
    if (origin !== undefined && isAllowed(origin, request.get('host'))) {
      response.set({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'x-request-id, retry-after',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers':
          'authorization, content-type, apollo-require-preflight, x-apollo-operation-name',
        'access-control-max-age': '86400',
      });
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}
