import type { Clock } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import type { CustomerContent, OrderContent } from '../domain/message-content.js';
import { Notification } from '../domain/notification.js';
import { lockCustomerOf } from '../persistence/known-orders.js';
import { writeMessage } from './write-message.js';

export interface Work {
  em: EntityManager;
  now: Clock;
}

/**
 * Tells a buyer something of an order, by mail and in their list, once per subject.
 * @param subjectKey what it is about: the order's id, or that of one of its parcels, payments or refunds.
 */
export async function writeToBuyer(work: Work, content: OrderContent, subjectKey = content.orderId): Promise<void> {
  await write(work, await lockCustomerOf(work.em, content.orderId), content, subjectKey);
}

/** Greets a new customer, by mail and in their list, once. */
export async function welcomeCustomer(work: Work, customerId: string): Promise<void> {
  await write(work, customerId, { template: 'WELCOME', customerId }, customerId);
}

async function write(
  { em, now }: Work,
  recipientId: string | null,
  content: CustomerContent,
  subjectKey: string,
): Promise<void> {
  const isNew = await writeMessage(em, { content, subjectKey, recipientId });
  if (isNew) em.persist(Notification.of(recipientId, content, now()));
}
