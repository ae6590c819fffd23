import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Delivery } from '../domain/delivery.js';
import { Message } from '../domain/message.js';

const fatal = 'Every process that tried to send it died over it.';

/** Whether any message waits to be sent: a plain look, without a transaction. */
export async function isAnyMessageDue(em: EntityManager): Promise<boolean> {
  const rows = await em.execute<unknown[]>('select 1 from message where next_try_at <= now() limit 1');
  return rows.length > 0;
}

/**
 * Takes messages that are due, those that wait longest first, each for one try and for as long as its lease. Those of
 * processes that died over them are among them; one that has outlived its tries is given up instead.
 */
export async function claimDueMessages(em: EntityManager, limit: number): Promise<Message[]> {
  return inTransaction(em, async (transaction) => {
    const due = await lockDue(transaction, limit);
    const [first] = due;
    if (!first) return [];
    const now = new Date(first.locked_at);
    const messages = await findInOrder(transaction, due);
    for (const message of messages.filter(({ wasAbandoned }) => wasAbandoned)) {
      transaction.persist(Delivery.unknown(message.id, message.tries, now));
    }
    for (const message of messages.filter(({ isExhausted }) => isExhausted)) message.fail(fatal);
    const taken = messages.filter(({ isExhausted }) => !isExhausted);
    for (const message of taken) message.take(now);
    return taken;
  });
}

interface DueRow {
  id: string;
  /** By the database's clock. */
  locked_at: string;
}

function lockDue(em: EntityManager, limit: number): Promise<DueRow[]> {
  return em.execute<DueRow[]>(
    `select id, clock_timestamp() as locked_at from message
     where next_try_at <= now() order by next_try_at, id limit ? for update skip locked`,
    [limit],
  );
}

function findInOrder(em: EntityManager, rows: readonly DueRow[]): Promise<Message[]> {
  return em.find(Message, { id: { $in: rows.map(({ id }) => id) } }, { orderBy: { nextTryAt: 'asc', id: 'asc' } });
}
