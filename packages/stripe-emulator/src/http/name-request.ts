import type { RequestHandler } from 'express';
import { apiVersion } from '../events/present-event.js';
import { newId } from '../state/new-id.js';

/** Gives each request an id, and says it and the API version in the answer. */
export const nameRequest: RequestHandler = (request, response, next) => {
  response.locals.requestId = newId('req');
  response.set({ 'request-id': response.locals.requestId, 'stripe-version': apiVersion });
  const key = request.get('idempotency-key');
  if (key) response.set('idempotency-key', key);
  next();
};
