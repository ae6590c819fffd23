import { PublicError } from '../domain/index.js';
import type { Caller } from './caller.js';

/** The ids whose things are the caller's: their own, and those of the guests they were. For the SQL's WHERE clause. */
export function ownerIdsOf(caller: Caller): string[] {
  const ids = [caller.id, caller.guestId, ...(caller.formerGuestIds ?? [])];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** The caller's own id. @throws {PublicError} UNAUTHENTICATED when there is none. */
export function requireOwnerId(caller: Caller): string {
  if (caller.id === undefined) throw new PublicError('UNAUTHENTICATED', 'Sign in, or start a guest session, first.');
  return caller.id;
}
