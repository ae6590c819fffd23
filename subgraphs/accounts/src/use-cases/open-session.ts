import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { hashOf, newRefreshToken } from '../credentials/refresh-token.js';
import type { Customer } from '../domain/customer.js';
import { Session } from '../domain/session.js';
import type { OpenedSession } from './credentials.js';

/** Opens a session for a customer inside the transaction of `em`, and signs them in. */
export function openSession(em: EntityManager, customer: Customer, guestId: string | null, now: Date): OpenedSession {
  const sessionId = newId();
  const refreshToken = newRefreshToken(sessionId);
  const draft = { id: sessionId, kind: 'ACCOUNT', ownerId: customer.id, guestId } as const;
  em.persist(Session.open(draft, hashOf(refreshToken), now));
  customer.signIn(guestId, now);
  return { refreshToken, subject: { kind: 'account', customer, sessionId, guestId } };
}
