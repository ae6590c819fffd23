import type { Clock } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Notification } from '../domain/notification.js';

/**
 * Marks somebody's notifications as read and returns them, newest first. What is absent or somebody else's is left out;
 * marking again changes nothing.
 */
export async function markNotificationsRead(
  { em, now }: { em: EntityManager; now: Clock },
  { ids, ownerIds }: { ids: readonly string[]; ownerIds: readonly string[] },
): Promise<Notification[]> {
  return inTransaction(em, async (transaction) => {
    const notifications = await transaction.find(
      Notification,
      { id: { $in: [...ids] }, customerId: { $in: [...ownerIds] } },
      { orderBy: { id: 'desc' } },
    );
    for (const notification of notifications) notification.markRead(now());
    return notifications;
  });
}
