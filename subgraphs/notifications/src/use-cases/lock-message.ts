import { LockMode } from '@mikro-orm/core';
import { databaseTime, type EntityManager } from '@souk/kit/persistence';
import { Message } from '../domain/message.js';

/** A message that is held until the transaction ends, and what time it was by the database when it was got hold of. */
export async function lockMessage(em: EntityManager, messageId: string): Promise<{ message: Message; now: Date }> {
  const message = await em.findOneOrFail(Message, messageId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return { message, now: await databaseTime(em) };
}
