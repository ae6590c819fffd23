import { isId } from '@souk/kit/domain';
import { faultPoint } from '@souk/kit/faults';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { hashOf, newRefreshToken, sealSuccessor, sessionIdIn, unsealSuccessor } from '../credentials/refresh-token.js';
import { Customer } from '../domain/customer.js';
import { InvalidRefreshTokenError } from '../domain/session.errors.js';
import { Session } from '../domain/session.js';
import { formerGuestsOf } from '../persistence/former-guests.js';
import type { AccountsWork, SessionTokens, TokenSubject } from './credentials.js';
import { issueTokens } from './issue-tokens.js';

/**
 * Exchanges a refresh token for a new pair. A used one that comes back later than ten seconds after its use ends the
 * session: it was copied. Publishes `accounts.session.revoked.v1` then.
 * @throws {InvalidRefreshTokenError} when the token is unknown, used, expired or of a session that is over.
 */
export async function refreshSession(work: AccountsWork, refreshToken: string): Promise<SessionTokens> {
  const sessionId = sessionIdIn(refreshToken);
  if (!isId(sessionId)) throw new InvalidRefreshTokenError();
  const session = await inTransaction(work.em, async (em) => {
    const found = await em.findOne(Session, { id: sessionId });
    const successor = found && successorOf(found, refreshToken, work.now());
    return successor ? { refreshToken: successor, subject: await subjectOf(em, found) } : null;
  });
  if (!session) throw new InvalidRefreshTokenError();
  await faultPoint('accounts.refresh.betweenRevokeAndIssue');
  return issueTokens(work, session);
}

/** The token to use from now on; the same one for both of two tabs. Null when the presented one is not valid. */
function successorOf(session: Session, refreshToken: string, now: Date): string | null {
  const presentation = session.present(hashOf(refreshToken), now);
  if (presentation === 'INVALID') return null;
  if (presentation === 'JUST_USED' && session.sealedSuccessor)
    return unsealSuccessor(session.sealedSuccessor, refreshToken);
  const successor = newRefreshToken(session.id);
  session.rotate({ hash: hashOf(successor), sealed: sealSuccessor(successor, refreshToken) }, now);
  return successor;
}

async function subjectOf(em: EntityManager, session: Session): Promise<TokenSubject> {
  if (session.kind === 'GUEST') return { kind: 'guest', guestId: session.ownerId, sessionId: session.id };
  const customer = await em.findOneOrFail(Customer, { id: session.ownerId });
  const formerGuestIds = await formerGuestsOf(em, customer.id);
  return { kind: 'account', customer, sessionId: session.id, guestId: session.guestId, formerGuestIds };
}
