import { ownerIdsOf } from '@souk/kit/identity';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { NotificationsContext } from '../context.js';
import { countNotifications } from '../persistence/find-notifications.js';
import { NotificationConnectionType } from './notification.type.js';

/** Counts are made for those who ask for them. */
@Resolver(() => NotificationConnectionType)
export class NotificationCountResolver {
  @FieldResolver(() => Int)
  totalCount(
    @Root() { unreadOnly }: NotificationConnectionType,
    @Ctx() { em, caller }: NotificationsContext,
  ): Promise<number> {
    return countNotifications(em, { ownerIds: ownerIdsOf(caller), unreadOnly });
  }

  @FieldResolver(() => Int)
  unreadCount(@Ctx() { em, caller }: NotificationsContext): Promise<number> {
    return countNotifications(em, { ownerIds: ownerIdsOf(caller), unreadOnly: true });
  }
}
