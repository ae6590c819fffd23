import { audit } from '../audit/index.js';
import { bring } from '../messaging/index.js';
import { type EntityManager, inTransaction } from '../persistence/index.js';
import { type DeadLetterDesk, notThere, refused, told } from './desk.js';
import { findDeadLetter } from './find-dead-letters.js';
import type { Verdict } from './questions.js';

/**
 * Handles a dead event once more, through the inbox like any delivery, and those that wait behind it. What fails again is
 * dead again, with one try more. One that was redriven already is left as it is.
 */
export async function redrive(desk: DeadLetterDesk, { id, by }: { id: string; by: string }): Promise<Verdict> {
  const { em, subgraph, logger } = desk;
  const letter = await findDeadLetter(em, subgraph, id);
  if (!letter) return notThere;
  const { number, envelope } = letter;
  const { status, consumer } = letter.told;
  if (status === 'REDRIVEN') return told(letter);
  if (status === 'DISCARDED') return refused(letter, 'It was discarded, for good.');
  if (!envelope) return refused(letter, 'It is no event: it can only be discarded.');
  const inbox = desk.inboxOf(consumer);
  if (!inbox) return refused(letter, 'Nobody takes these events any more: it can only be discarded.');
  await recordRedrive(em, { number, by });
  const delivery = await bring(inbox, envelope, { em, logger, isDead: true });
  if (delivery === 'handled') await closeRedriven(em, number);
  const after = await findDeadLetter(em, subgraph, id);
  const wasPassed = delivery === 'known' && after?.told.status === 'DEAD';
  return wasPassed ? refused(after, 'Later events have been handled already: it can only be discarded.') : told(after);
}

/** Before it is tried, so that a try which ends with the process is known as well. */
function recordRedrive(em: EntityManager, { number, by }: { number: string; by: string }): Promise<void> {
  return inTransaction(em, async (transaction) => {
    const [row] = await transaction.execute<{ redrives: number }[]>(
      `update dead_letter set redrives = redrives + 1, redriven_at = now(), redriven_by = ?
       where id = ?::bigint and status = 'DEAD' returning redrives`,
      [by, number],
    );
    if (row) await audit(transaction, { action: 'dead-letter.redriven', subject: `dead-letter:${number}`, after: row });
  });
}

/** An event that was handled is off the dead ones in the same transaction; one that only moves the position is not. */
async function closeRedriven(em: EntityManager, number: string): Promise<void> {
  await em.execute(`update dead_letter set status = 'REDRIVEN' where id = ?::bigint and status = 'DEAD'`, [number]);
}
