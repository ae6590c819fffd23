import type { IncomingHttpHeaders } from 'node:http';
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

const toAllowedOrigins = {
  'access-control-expose-headers': 'x-request-id, retry-after',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name',
  'access-control-max-age': '86400',
};

/**
 * Tells browsers which pages may read our answers. There are no cookies, hence no credentials: a page needs a token, and
 * sends it itself.
 */
export function corsHeadersFor(
  { origin, host }: IncomingHttpHeaders,
  isAllowed: IsAllowedOrigin,
): Record<string, string> {
  if (origin === undefined || !isAllowed(origin, host)) return { vary: 'origin' };
  return { vary: 'origin', 'access-control-allow-origin': origin, ...toAllowedOrigins };
}

/** Sets {@link corsHeadersFor} every answer, and answers browsers that ask before they send. */
export function cors(isAllowed: IsAllowedOrigin): RequestHandler {
  return (request, response, next) => {
    response.set(corsHeadersFor(request.headers, isAllowed));
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}
