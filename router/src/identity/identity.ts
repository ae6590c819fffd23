import { anonymous, type Caller } from '@souk/kit/identity';

/** Who sent a request, and until when that holds. One object for each token, so that things can be kept beside it. */
export interface Identity {
  readonly caller: Caller;
  /** When the token expires; an anonymous caller has none. */
  readonly expiresAtMs?: number;
}

/** Whoever sends no token. */
export const nobody: Identity = { caller: anonymous };
