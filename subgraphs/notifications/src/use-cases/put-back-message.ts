import { LockMode } from '@mikro-orm/core';
import { databaseTime, type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Message } from '../domain/message.js';
import type { Try } from './record-delivery.js';

/** Puts a message back of which nothing was tried. Once its lease has run out it is another's, and nothing is done. */
export async function putBackMessage(em: EntityManager, { messageId, tryNumber }: Try, reason: string): Promise<void> {
  await inTransaction(em, async (transaction) => {
    const message = await transaction.findOneOrFail(Message, messageId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const now = await databaseTime(transaction);
    if (message.isHeldBy(tryNumber)) message.putBack(reason, now, Math.random());
  });
}
