import type { PublicError } from '@souk/kit/domain';
import { errorBody } from '@souk/kit/server';
import type { Response } from 'express';
import { headersOf, statusOf } from '../admission/refusal.js';
import type { FindTally } from '../metrics/tallies.js';

/** Answers a request that does not become an operation. */
export type Refuse = (response: Response, error: PublicError) => void;

export function createRefuse(refusals: FindTally<'code'>): Refuse {
  return (response, { code, message, details }) => {
    refusals({ code }).add();
    response.status(statusOf(code)).set(headersOf(code, details)).json(errorBody(code, message));
  };
}
