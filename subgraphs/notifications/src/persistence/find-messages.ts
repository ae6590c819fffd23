import type { FilterQuery } from '@mikro-orm/core';
import { defineLoader, groupBy, type Page } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import type { NotificationsContext } from '../context.js';
import { Delivery } from '../domain/delivery.js';
import { Message } from '../domain/message.js';
import type { MessageStatus } from '../domain/message-status.js';
import { idAfter } from './id-after.js';

/** Everybody's messages, newest first. */
export function findMessages(
  em: EntityManager,
  page: Page,
  { status }: { status?: MessageStatus | undefined },
): Promise<Message[]> {
  const after = idAfter(page);
  const where: FilterQuery<Message> = { ...(status && { status }), ...(after && { id: { $lt: after } }) };
  return em.find(Message, where, { orderBy: { id: 'desc' }, limit: page.limit });
}

/** One message, as it is now. */
export function findMessage(em: EntityManager, id: string): Promise<Message> {
  return em.findOneOrFail(Message, { id });
}

/** The delivery logs of messages, oldest try first. */
export const deliveriesByMessageId = defineLoader(async (ids, { em }: NotificationsContext) => {
  const rows = await em.find(Delivery, { messageId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  return groupBy(rows, (row) => row.messageId);
});
