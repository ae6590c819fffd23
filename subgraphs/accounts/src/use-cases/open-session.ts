import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { hashOf, newRefreshToken } from '../credentials/refresh-token.js';
import type { Customer } from '../domain/customer.js';
import { Session } from '../domain/session.js';
import { claimGuest, formerGuestsOf } from '../persistence/former-guests.js';
import type { OpenedSession } from './credentials.js';

/**
 * Opens a session for a customer inside the transaction of `em`, and signs them in.
 * @param guestId who they were until now; ignored when that guest went over to another account before.
 */
export async function openSession(
  em: EntityManager,
  customer: Customer,
  guestId: string | null,
  now: Date,
): Promise<OpenedSession> {
  em.persist(customer);
  await em.flush();
  const claimed = guestId !== null && (await claimGuest(em, customer.id, guestId)) ? guestId : null;
  const sessionId = newId();
  const refreshToken = newRefreshToken(sessionId);
  const draft = { id: sessionId, kind: 'ACCOUNT', ownerId: customer.id, guestId: claimed } as const;
  em.persist(Session.open(draft, hashOf(refreshToken), now));
  customer.signIn(claimed, now);
  const formerGuestIds = await formerGuestsOf(em, customer.id);
  return { refreshToken, subject: { kind: 'account', customer, sessionId, guestId: claimed, formerGuestIds } };
}
