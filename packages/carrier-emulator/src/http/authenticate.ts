import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { CarrierFailure } from '../failures/carrier-failure.js';

/** Lets through who knows the API key. */
export function authenticate(apiKey: string): RequestHandler {
  return (request, _response, next) => {
    const [scheme, key = ''] = (request.get('authorization') ?? '').split(' ');
    if (scheme !== 'Bearer' || !isSameSecret(key, apiKey)) {
      throw new CarrierFailure(401, 'UNAUTHORIZED', 'An API key is needed: Authorization: Bearer …');
    }
    next();
  };
}

export function isSameSecret(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
