import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { seal, unseal } from './sealed-box.js';

/** A new refresh token: the session it belongs to, and 256 random bits. */
export function newRefreshToken(sessionId: string): string {
  return `${sessionId}.${randomBytes(32).toString('base64url')}`;
}

/** The session that a refresh token says it belongs to. */
export function sessionIdIn(token: string): string {
  return token.slice(0, Math.max(0, token.indexOf('.')));
}

/** As a token is kept: it has too many bits to be guessed, so a plain hash is enough. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Encrypts a token's successor so that only the holder of the token can open it. */
export function sealSuccessor(successor: string, token: string): string {
  return seal(successor, keyFrom(token));
}

/** Opens what {@link sealSuccessor} closed. @throws {Error} when the token is another one. */
export function unsealSuccessor(sealed: string, token: string): string {
  return unseal(sealed, keyFrom(token));
}

function keyFrom(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, '', 'souk refresh token', 32));
}
