import type { Clock } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import type { Customer } from '../domain/customer.js';

/** Turns passwords into hashes and compares them. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes the same time whether there is a hash or not. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
}

/** Who an access token is for. */
export type TokenSubject =
  | { kind: 'account'; customer: Customer; sessionId: string; guestId: string | null; formerGuestIds: string[] }
  | { kind: 'guest'; guestId: string; sessionId: string }
  | { kind: 'order-link'; orderId: string };

export interface AccessToken {
  token: string;
  expiresAt: Date;
}

export interface AccessTokenSigner {
  sign(subject: TokenSubject, now: Date): Promise<AccessToken>;
}

/** What the use cases of accounts work with. */
export interface AccountsWork {
  em: EntityManager;
  now: Clock;
  passwords: PasswordHasher;
  accessTokens: AccessTokenSigner;
}

/** A session that was opened or prolonged, before its access token is signed. */
export interface OpenedSession {
  subject: TokenSubject;
  refreshToken: string;
}

/** What somebody who was let in gets. An order link has no refresh token. */
export interface SessionTokens {
  accessToken: string;
  expiresAt: Date;
  refreshToken: string;
}
