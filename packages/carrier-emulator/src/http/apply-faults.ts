import { setTimeout as wait } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { CarrierFailure } from '../failures/carrier-failure.js';
import type { Faults } from '../faults/faults.js';

/** Delays and fails API requests as it was asked for. */
export function applyFaults(faults: Faults): RequestHandler {
  return async (_request, response, next) => {
    await wait(faults.settings.latencyMs);
    const before = faults.takeFailure('before');
    if (before) throw injected(before);
    const send = response.json.bind(response);
    response.json = (body) => {
      const after = faults.takeFailure('after');
      return after ? send.call(response.status(after), injected(after).toBody()) : send(body);
    };
    next();
  };
}

function injected(status: number): CarrierFailure {
  return new CarrierFailure(status, 'UNAVAILABLE', 'The carrier cannot answer now.');
}
