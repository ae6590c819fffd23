import { AggregateRoot } from '@souk/kit/domain';

const slidingLifeMs = 7 * 24 * 60 * 60 * 1_000;
const longestLifeMs = 30 * 24 * 60 * 60 * 1_000;
const guestLifeMs = 24 * 60 * 60 * 1_000;
/** Two tabs may refresh at once: within this time the used token still gets its successor. */
const graceMs = 10_000;

export type RevocationReason = 'SIGNED_OUT' | 'TOKEN_REUSED' | 'RIGHTS_CHANGED';

/** What can happen to a session. */
export type SessionEvent = { type: 'SessionRevoked'; session: Session; reason: RevocationReason };

/** What a presented refresh token is to a session. */
export type Presentation = 'CURRENT' | 'JUST_USED' | 'INVALID';

export interface SessionDraft {
  id: string;
  kind: 'ACCOUNT' | 'GUEST';
  ownerId: string;
  guestId: string | null;
}

/** A family of refresh tokens: each may be used once, and the use of a used one ends them all. */
export class Session extends AggregateRoot<SessionEvent> {
  previousHash: string | null = null;
  /** The current token, sealed with the one before it, for the second of two tabs. */
  sealedSuccessor: string | null = null;
  rotatedAt: Date | null = null;
  revokedAt: Date | null = null;

  /** Use {@link Session.open}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly kind: 'ACCOUNT' | 'GUEST',
    /** The customer's id, or the guest's. */
    readonly ownerId: string,
    /** Who the customer was before signing in. */
    readonly guestId: string | null,
    public currentHash: string,
    public expiresAt: Date,
    readonly openedAt: Date,
  ) {
    super();
  }

  static open({ id, kind, ownerId, guestId }: SessionDraft, hash: string, now: Date): Session {
    const lifeMs = kind === 'GUEST' ? guestLifeMs : slidingLifeMs;
    return new Session(id, kind, ownerId, guestId, hash, new Date(now.getTime() + lifeMs), now);
  }

  /** Says what a token with this hash is now. A used token that comes back ends the session: somebody has a copy. */
  present(hash: string, now: Date): Presentation {
    if (this.revokedAt || this.expiresAt <= now) return 'INVALID';
    if (hash === this.currentHash) return 'CURRENT';
    if (hash === this.previousHash && this.rotatedAt && now.getTime() - this.rotatedAt.getTime() <= graceMs)
      return 'JUST_USED';
    this.revoke('TOKEN_REUSED', now);
    return 'INVALID';
  }

  /** Replaces the current token by its successor. A guest's session is not prolonged. */
  rotate(successor: { hash: string; sealed: string }, now: Date): void {
    this.previousHash = this.currentHash;
    this.currentHash = successor.hash;
    this.sealedSuccessor = successor.sealed;
    this.rotatedAt = now;
    if (this.kind === 'GUEST') return;
    const longest = this.openedAt.getTime() + longestLifeMs;
    this.expiresAt = new Date(Math.min(now.getTime() + slidingLifeMs, longest));
  }

  /** Ends the session; ending it again changes nothing. */
  revoke(reason: RevocationReason, now: Date): void {
    if (this.revokedAt) return;
    this.revokedAt = now;
    this.record({ type: 'SessionRevoked', session: this, reason });
  }
}
