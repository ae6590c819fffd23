import type { EntityManager } from '@souk/kit/persistence';
import { SignJWT } from 'jose';
import { scopesOf } from '../domain/scopes.js';
import type { AccessTokenSigner, TokenSubject } from '../use-cases/credentials.js';
import type { SigningKey, SigningKeys } from './signing-keys.js';

const issuer = 'souk-accounts';
const audience = 'souk';
const lifeMs = { account: 15 * 60_000, guest: 15 * 60_000, 'order-link': 60 * 60_000 };
/** Well below the time for which a new key is published before it signs. */
const keyCacheMs = 60_000;

/** Signs access tokens: EdDSA, `at+jwt`, with the claims from which the router makes its assertions. */
export class JwtSigner implements AccessTokenSigner {
  private cached: { key: SigningKey; until: number } | undefined;

  constructor(
    private readonly keys: SigningKeys,
    private readonly createEm: () => EntityManager,
  ) {}

  async sign(subject: TokenSubject, now: Date): Promise<{ token: string; expiresAt: Date }> {
    const { kid, key } = await this.currentKey(now);
    const expiresAt = new Date(now.getTime() + lifeMs[subject.kind]);
    const token = await new SignJWT(claimsOf(subject))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(key);
    return { token, expiresAt };
  }

  private async currentKey(now: Date): Promise<SigningKey> {
    if (this.cached && this.cached.until > now.getTime()) return this.cached.key;
    const key = await this.keys.current(this.createEm());
    this.cached = { key, until: now.getTime() + keyCacheMs };
    return key;
  }
}

function claimsOf(subject: TokenSubject): Record<string, unknown> {
  switch (subject.kind) {
    case 'account': {
      const { customer, sessionId, guestId, formerGuestIds } = subject;
      return {
        sub: customer.id,
        kind: customer.isStaff ? 'staff' : 'customer',
        roles: customer.roles,
        scope: scopesOf(customer.roles).join(' '),
        sid: sessionId,
        ...(guestId && { guest_id: guestId }),
        ...(formerGuestIds.length > 0 && { former_guest_ids: formerGuestIds }),
      };
    }
    case 'guest':
      return { sub: subject.guestId, kind: 'guest', roles: ['GUEST'], scope: '', sid: subject.sessionId };
    case 'order-link':
      return { kind: 'order-link', roles: ['GUEST'], scope: '', order_id: subject.orderId };
  }
}
