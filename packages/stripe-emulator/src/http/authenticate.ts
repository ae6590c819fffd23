import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { type FailureDetails, StripeFailure } from '../failures/stripe-failure.js';

/** Lets through who knows the secret key, as a bearer token or as the user name of Basic. */
export function authenticate(secretKey: string): RequestHandler {
  return (request, _response, next) => {
    const given = keyIn(request.get('authorization') ?? '');
    if (given === '') throw unauthorized('You did not provide an API key.');
    if (!isSame(given, secretKey)) throw unauthorized(`Invalid API Key provided: ${masked(given)}`, 'api_key_invalid');
    next();
  };
}

function keyIn(header: string): string {
  const [scheme, credentials = ''] = header.split(' ');
  if (scheme === 'Bearer') return credentials;
  if (scheme !== 'Basic') return '';
  return Buffer.from(credentials, 'base64').toString('utf8').split(':')[0]!;
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function masked(key: string): string {
  return `${key.slice(0, 8)}****`;
}

function unauthorized(message: string, code?: string): StripeFailure {
  const details: FailureDetails = { type: 'invalid_request_error', message };
  return new StripeFailure(401, code ? { ...details, code } : details);
}
