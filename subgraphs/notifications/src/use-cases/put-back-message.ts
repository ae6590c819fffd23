import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { lockMessage } from './lock-message.js';
import type { Try } from './record-delivery.js';

/** Puts a message back of which nothing was tried. Once its lease has run out it is another's, and nothing is done. */
export async function putBackMessage(em: EntityManager, { messageId, tryNumber }: Try, reason: string): Promise<void> {
  await inTransaction(em, async (transaction) => {
    const { message, now } = await lockMessage(transaction, messageId);
    if (message.isHeldBy(tryNumber)) message.putBack(reason, now, Math.random());
  });
}
