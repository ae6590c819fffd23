import { ConnectionArguments, pageOf, toConnection } from '@souk/kit/graphql';
import { ownerIdsOf } from '@souk/kit/identity';
import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { NotificationsContext } from '../context.js';
import type { Notice } from '../domain/notification.js';
import { orderNumberById } from '../persistence/find-known-orders.js';
import { findNotifications } from '../persistence/find-notifications.js';
import { NotificationConnectionType, NotificationType, toNotificationType } from './notification.type.js';

@ArgsType()
export class NotificationArguments extends ConnectionArguments {
  @Field(() => Boolean, { defaultValue: false, description: 'Leave out what was read.' })
  unreadOnly!: boolean;
}

@Resolver(() => NotificationType)
export class NotificationResolver {
  @Directive('@authenticated')
  @Query(() => NotificationConnectionType, { nullable: true, description: 'What you were told, newest first.' })
  async notifications(
    @Args(() => NotificationArguments) { unreadOnly, ...args }: NotificationArguments,
    @Ctx() { em, caller }: NotificationsContext,
  ): Promise<Omit<NotificationConnectionType, 'totalCount' | 'unreadCount'>> {
    const page = pageOf(args);
    const rows = await findNotifications(em, { ownerIds: ownerIdsOf(caller), unreadOnly }, page);
    return { unreadOnly, ...toConnection(rows, page, { keysOf: ({ id }) => [id], toNode: toNotificationType }) };
  }

  @FieldResolver(() => String, { description: 'It in a few words, in English.' })
  async title(@Root() notification: NotificationType, @Ctx() context: NotificationsContext): Promise<string> {
    return (await wordsOf(notification, context)).title;
  }

  @FieldResolver(() => String, { description: 'It in a sentence, in English.' })
  async body(@Root() notification: NotificationType, @Ctx() context: NotificationsContext): Promise<string> {
    return (await wordsOf(notification, context)).body;
  }
}

async function wordsOf({ content, order }: NotificationType, context: NotificationsContext): Promise<Notice> {
  const known = order && (await orderNumberById(context).load(order.id));
  return context.writeNotice(content, known?.order_number ?? null);
}
