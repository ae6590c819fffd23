import { audit } from '../audit/index.js';
import { goPast } from '../messaging/index.js';
import { type EntityManager, inTransaction } from '../persistence/index.js';
import { type DeadLetterDesk, notThere, refused, told } from './desk.js';
import { findDeadLetter, type StoredDeadLetter } from './find-dead-letters.js';
import type { Verdict } from './questions.js';

const longestReason = 500;

interface Discard {
  id: string;
  by: string;
  /** Why nobody needs it any more, for those who find it later. */
  reason: string;
}

/**
 * Gives up a dead letter for good: later events of its aggregate are handled, and this one will never be. One that was
 * discarded already is left as it is.
 */
export async function discard(desk: DeadLetterDesk, { id, by, reason }: Discard): Promise<Verdict> {
  const { em, subgraph } = desk;
  const letter = await findDeadLetter(em, subgraph, id);
  if (!letter) return notThere;
  const { status } = letter.told;
  if (status === 'DISCARDED') return told(letter);
  if (status === 'REDRIVEN') return refused(letter, 'It has been handled.');
  const why = reason.trim();
  if (why === '' || why.length > longestReason)
    return refused(letter, `A reason has 1 to ${longestReason} characters.`, 'INVALID_REASON');
  const record = (transaction: EntityManager) => recordDiscard(transaction, letter, { by, reason: why });
  if (!(await letGo(desk, letter, record))) return refused(letter, 'Events before it have not arrived yet.');
  const after = await findDeadLetter(em, subgraph, id);
  return after?.told.status === 'REDRIVEN' ? refused(after, 'It has been handled.') : told(after);
}

/** Whether it was discarded; an event only when it is its turn. */
async function letGo(
  { em, logger, inboxOf }: DeadLetterDesk,
  { envelope, told: { consumer } }: StoredDeadLetter,
  record: (em: EntityManager) => Promise<void>,
): Promise<boolean> {
  const inbox = inboxOf(consumer);
  if (envelope && inbox) return (await goPast(inbox, envelope, { em, logger, record })) !== null;
  await inTransaction(em, record);
  return true;
}

async function recordDiscard(
  em: EntityManager,
  { number }: StoredDeadLetter,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  const [row] = await em.execute<{ status: string }[]>(
    `update dead_letter set status = 'DISCARDED', discarded_at = now(), discarded_by = ?, discard_reason = ?
     where id = ?::bigint and status = 'DEAD' returning status`,
    [by, reason, number],
  );
  const about = { action: 'dead-letter.discarded', subject: `dead-letter:${number}`, reason };
  if (row) await audit(em, { ...about, before: { status: 'DEAD' }, after: row });
}
