import type { EventMessage } from '@souk/kit/contracts';
import { sessionRevokedV1 } from '@souk/schema/events/accounts';
import type { SessionEvent } from '../domain/session.js';

/** Turns what happened to a session into the messages that the router relies on. */
export function publishSessionEvent({ session, reason }: SessionEvent): EventMessage[] {
  return [sessionRevokedV1({ sessionId: session.id, customerId: session.ownerId, reason })];
}
