import { currentOrigin } from '@souk/kit/observability';
import type { EntityManager } from '@souk/kit/persistence';
import { dedupeKeyOf, Message, type MessageDraft } from '../domain/message.js';

/**
 * Writes a message to be sent after the commit; returns false when there is one for this template and subject already.
 * Two transactions that write the same at once: the unique key lets one of them fail and come again.
 */
export async function writeMessage(em: EntityManager, draft: Omit<MessageDraft, 'origin'>): Promise<boolean> {
  const { content, subjectKey } = draft;
  const { isWritten, now } = await look(em, dedupeKeyOf(content.template, subjectKey));
  if (!isWritten) em.persist(Message.write({ ...draft, origin: currentOrigin() }, now));
  return !isWritten;
}

/** Whether a message with this key is there already, and what time it is by the database. */
async function look(em: EntityManager, dedupeKey: string): Promise<{ isWritten: boolean; now: Date }> {
  const [row] = await em.execute<{ is_written: boolean; now: string }[]>(
    'select exists (select from message where dedupe_key = ?) as is_written, clock_timestamp() as now',
    [dedupeKey],
  );
  if (!row) throw new Error('The database does not answer a question that always has an answer.');
  return { isWritten: row.is_written, now: new Date(row.now) };
}
