import { newId } from '@souk/kit/domain';
import { hashOf, newRefreshToken } from '../credentials/refresh-token.js';
import type { Customer } from '../domain/customer.js';
import { Session } from '../domain/session.js';
import type { AccountsWork, SessionTokens } from './credentials.js';

/** Opens a session for a customer inside the transaction of `em`, and signs them in. */
export async function openSession(
  { em, now, accessTokens }: Pick<AccountsWork, 'em' | 'now' | 'accessTokens'>,
  customer: Customer,
  guestId: string | null,
): Promise<SessionTokens> {
  const sessionId = newId();
  const refreshToken = newRefreshToken(sessionId);
  const draft = { id: sessionId, kind: 'ACCOUNT', ownerId: customer.id, guestId } as const;
  em.persist(Session.open(draft, hashOf(refreshToken), now()));
  customer.signIn(guestId, now());
  const subject = { kind: 'account', customer, sessionId, guestId } as const;
  const { token, expiresAt } = await accessTokens.sign(subject, now());
  return { accessToken: token, expiresAt, refreshToken };
}
