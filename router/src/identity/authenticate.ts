import { hash } from 'node:crypto';
import { type Identity, nobody } from './identity.js';
import type { RevokedSessions } from './revoked-sessions.js';
import { refusedToken, type VerifyAccessToken } from './verify-access-token.js';

/** Finds out who bears the value of an `Authorization` header; nobody in particular when there is none. */
export type Authenticate = (authorization: string | undefined) => Promise<Identity>;

const rememberedTokens = 10_000;

/**
 * A verified token is known by its hash until it expires; whether its session was revoked is asked every time. The
 * result throws what {@link VerifyAccessToken} throws.
 */
export function createAuthenticator(verify: VerifyAccessToken, revoked: RevokedSessions): Authenticate {
  const verified = new Map<string, Identity>();
  const identify = async (token: string): Promise<Identity> => {
    const key = hash('sha256', token, 'base64url');
    const known = verified.get(key);
    if (known && (known.expiresAtMs ?? 0) > Date.now()) return known;
    const identity = await verify(token);
    remember(verified, key, identity);
    return identity;
  };
  return async (authorization) => {
    if (authorization === undefined) return nobody;
    const identity = await identify(bearerToken(authorization));
    if (revoked.has(identity.caller.sessionId)) throw refusedToken();
    return identity;
  };
}

function bearerToken(authorization: string): string {
  const token = /^Bearer +([\w.~+/=-]+) *$/i.exec(authorization)?.[1];
  if (!token) throw refusedToken();
  return token;
}

/** Forgets the longest known first. */
function remember(verified: Map<string, Identity>, key: string, identity: Identity): void {
  verified.delete(key);
  if (verified.size >= rememberedTokens) verified.delete(verified.keys().next().value as string);
  verified.set(key, identity);
}
