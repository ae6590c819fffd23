import { StripeFailure } from './stripe-failure.js';

/** A failure that was asked for through the fault switches. */
export function injectedFailure(status: number): StripeFailure {
  if (status === 429) {
    return new StripeFailure(status, {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Too many requests.',
    });
  }
  return new StripeFailure(status, { type: 'api_error', message: 'An unknown error occurred.' });
}
