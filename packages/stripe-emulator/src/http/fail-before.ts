import type { RequestHandler } from 'express';
import { injectedFailure } from '../failures/injected-failure.js';
import type { Faults } from '../faults/faults.js';

/** Fails a request before anything else looks at it, when that was asked for. */
export function failBefore(faults: Faults): RequestHandler {
  return (_request, _response, next) => {
    const status = faults.takeFailure('before');
    if (status) throw injectedFailure(status);
    next();
  };
}
