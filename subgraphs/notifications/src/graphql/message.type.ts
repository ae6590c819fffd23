import { connectionOf } from '@souk/kit/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Message } from '../domain/message.js';
import { MessageStatusEnum, MessageTemplateEnum } from './message-enums.js';
import { OrderType, toOrderType } from './order.type.js';

@Directive('@tag(name: "personal")')
@Directive('@requiresScopes(scopes: [["notifications:read"]])')
@ObjectType('Message', { description: 'An e-mail of the shop and how far it has come. Visible to staff.' })
export class MessageType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MessageTemplateEnum, { description: 'What it says.' })
  template!: string;

  @Field(() => MessageStatusEnum, { description: 'How far it has come.' })
  status!: string;

  @Field(() => ID, { nullable: true, description: 'The customer or guest it is for; null for staff.' })
  recipientId!: string | null;

  @Field(() => OrderType, { nullable: true, description: 'The order it is about, if it is about one.' })
  order!: OrderType | null;

  @Field(() => ID, { nullable: true, description: 'The message that this one repeats, when staff sent it once more.' })
  resendOfId!: string | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  tries!: number;

  @Field(() => Date, { nullable: true, description: 'When it is tried next; null once it is SENT or FAILED.' })
  nextTryAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When a mail server took it.' })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What that mail server said, usually with an id of its own.' })
  receipt!: string | null;

  @Field(() => String, { nullable: true, description: 'What went wrong last, without addresses.' })
  lastError!: string | null;

  @Field(() => Date, { description: 'When it was written.' })
  createdAt!: Date;
}

export const MessageConnectionType = connectionOf('Message', MessageType);

export function toMessageType(message: Message): MessageType {
  const { id, template, status, recipientId, orderId, resendOf, tries } = message;
  const { nextTryAt, sentAt, receipt, lastError, createdAt } = message;
  const facts = {
    id,
    template,
    status,
    recipientId,
    resendOfId: resendOf,
    tries,
    nextTryAt,
    sentAt,
    receipt,
    lastError,
    createdAt,
  };
  return Object.assign(new MessageType(), { ...facts, order: toOrderType(orderId) });
}
