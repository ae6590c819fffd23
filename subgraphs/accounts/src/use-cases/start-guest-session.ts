import { newId } from '@souk/kit/domain';
import { inTransaction } from '@souk/kit/persistence';
import { hashOf, newRefreshToken } from '../credentials/refresh-token.js';
import { Session } from '../domain/session.js';
import type { AccountsWork, SessionTokens } from './credentials.js';
import { issueTokens } from './issue-tokens.js';

/** Gives somebody without an account an id of their own for 24 hours, so that they can shop. */
export async function startGuestSession(work: AccountsWork): Promise<SessionTokens> {
  const [guestId, sessionId] = [newId(), newId()];
  const refreshToken = newRefreshToken(sessionId);
  const draft = { id: sessionId, kind: 'GUEST', ownerId: guestId, guestId: null } as const;
  await inTransaction(work.em, async (em) => {
    em.persist(Session.open(draft, hashOf(refreshToken), work.now()));
  });
  return issueTokens(work, { refreshToken, subject: { kind: 'guest', guestId, sessionId } });
}
