import { PublicError } from '../domain/index.js';
import type { Caller } from './caller.js';

/** The ids whose things are the caller's: their own, and the guest's they were before. For the SQL's WHERE clause. */
export function ownerIdsOf(caller: Caller): string[] {
  return [caller.id, caller.guestId].filter((id) => id !== undefined);
}

/** The caller's own id. @throws {PublicError} UNAUTHENTICATED when there is none. */
export function requireOwnerId(caller: Caller): string {
  if (caller.id === undefined) throw new PublicError('UNAUTHENTICATED', 'Sign in, or start a guest session, first.');
  return caller.id;
}
