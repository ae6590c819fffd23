import type { Identity } from './identity.js';
import type { RevokedSessions } from './revoked-sessions.js';

/** Calls `onOver` once the identity holds no longer; never for an anonymous one. Returns a function that stops this. */
export type WatchIdentity = (identity: Identity, onOver: () => void) => () => void;

/** An identity is over when its token expires or its session is revoked, whichever is first. */
export function createIdentityWatch(revoked: RevokedSessions): WatchIdentity {
  return ({ caller, expiresAtMs }, onOver) => {
    if (expiresAtMs === undefined) return () => undefined;
    const endsAtMs = revoked.has(caller.sessionId) ? 0 : expiresAtMs;
    const expiry = setTimeout(onOver, endsAtMs - Date.now());
    const stopListening = caller.sessionId === undefined ? undefined : revoked.onRevoked(caller.sessionId, onOver);
    return () => {
      clearTimeout(expiry);
      stopListening?.();
    };
  };
}
