import { currentOrigin } from '@souk/kit/observability';
import { databaseTime, type EntityManager } from '@souk/kit/persistence';
import { dedupeKeyOf, Message, type MessageDraft } from '../domain/message.js';

/**
 * Writes a message to be sent after the commit; returns false when there is one for this template and subject already.
 * Two transactions that write the same at once: the unique key lets one of them fail and come again.
 */
export async function writeMessage(em: EntityManager, draft: Omit<MessageDraft, 'origin'>): Promise<boolean> {
  const { content, subjectKey } = draft;
  if (await em.count(Message, { dedupeKey: dedupeKeyOf(content.template, subjectKey) })) return false;
  em.persist(Message.write({ ...draft, origin: currentOrigin() }, await databaseTime(em)));
  return true;
}
