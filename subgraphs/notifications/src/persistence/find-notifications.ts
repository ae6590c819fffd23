import type { FilterQuery } from '@mikro-orm/core';
import type { Page } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import { Notification } from '../domain/notification.js';
import { idAfter } from './id-after.js';

export interface NotificationFilter {
  /** The reader's own id, and the guest's they were before. */
  ownerIds: readonly string[];
  unreadOnly: boolean;
}

/** A page of somebody's notifications, newest first. */
export function findNotifications(em: EntityManager, filter: NotificationFilter, page: Page): Promise<Notification[]> {
  const after = idAfter(page);
  const where: FilterQuery<Notification> = { $and: [conditionOf(filter), after ? { id: { $lt: after } } : {}] };
  return em.find(Notification, where, { orderBy: { id: 'desc' }, limit: page.limit });
}

/** How many there are in all. */
export function countNotifications(em: EntityManager, filter: NotificationFilter): Promise<number> {
  return em.count(Notification, conditionOf(filter));
}

function conditionOf({ ownerIds, unreadOnly }: NotificationFilter): FilterQuery<Notification> {
  return { customerId: { $in: [...ownerIds] }, ...(unreadOnly && { readAt: null }) };
}
