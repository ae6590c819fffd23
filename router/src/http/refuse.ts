import type { PublicError } from '@souk/kit/domain';
import { errorBody } from '@souk/kit/server';
import type { Response } from 'express';
import { headersOf, statusOf } from '../admission/refusal.js';

/** Answers a request that does not become an operation. */
export function refuse(response: Response, { code, message, details }: PublicError): void {
  response.status(statusOf(code)).set(headersOf(code, details)).json(errorBody(code, message));
}
