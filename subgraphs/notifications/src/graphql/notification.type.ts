import { connectionOf } from '@souk/kit/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { CustomerContent } from '../domain/message-content.js';
import type { Notification } from '../domain/notification.js';
import { NotificationKindEnum } from './notification-kind.enum.js';
import { OrderType, toOrderType } from './order.type.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('Notification', { description: "An entry of a customer's list. Visible to them alone." })
export class NotificationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => NotificationKindEnum, { description: 'What happened.' })
  kind!: string;

  @Field(() => OrderType, { nullable: true, description: 'The order it is about, if it is about one.' })
  order!: OrderType | null;

  @Field(() => Date, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was marked as read; null while it is unread.' })
  readAt!: Date | null;

  content!: CustomerContent;
}

@ObjectType('NotificationConnection', { description: "A page of a customer's notifications." })
export class NotificationConnectionType extends connectionOf('Notification', NotificationType) {
  @Field(() => Int, { description: 'How many there are in all, of those asked for.' })
  override totalCount!: number;

  @Field(() => Int, { description: 'How many of all of them are unread.' })
  unreadCount!: number;

  unreadOnly!: boolean;
}

export function toNotificationType({ id, kind, orderId, content, createdAt, readAt }: Notification): NotificationType {
  const order = toOrderType(orderId);
  return Object.assign(new NotificationType(), { id, kind, order, content, createdAt, readAt });
}
