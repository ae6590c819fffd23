import { PublicError } from '@souk/kit/domain';
import type { Request, RequestHandler } from 'express';
import type { Authenticate } from '../identity/authenticate.js';
import type { Identity } from '../identity/identity.js';
import type { Refuse } from './refuse.js';

const identities = new WeakMap<Request, Identity>();

/** Who sent a request that passed {@link identify}. */
export function identityOf(request: Request): Identity {
  const identity = identities.get(request);
  if (!identity) throw new Error('This request was not identified.');
  return identity;
}

/** Finds out who sent a request. A token that is sent and is not good ends it, even where none is needed. */
export function identify(authenticate: Authenticate, refuse: Refuse): RequestHandler {
  return async (request, response, next) => {
    try {
      identities.set(request, await authenticate(request.get('authorization')));
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      refuse(response, error);
      return;
    }
    next();
  };
}
