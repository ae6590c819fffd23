import { type Connection, ConnectionArguments, pageOf, toConnection } from '@souk/kit/graphql';
import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { NotificationsContext } from '../context.js';
import type { MessageStatus } from '../domain/message-status.js';
import { deliveriesByMessageId, findMessages } from '../persistence/find-messages.js';
import { MessageConnectionType, MessageType, toMessageType } from './message.type.js';
import { MessageDeliveryType, toMessageDeliveryType } from './message-delivery.type.js';
import { MessageStatusEnum } from './message-enums.js';

@ArgsType()
export class MessageArguments extends ConnectionArguments {
  @Field(() => MessageStatusEnum, { nullable: true, description: 'Only messages that have come this far.' })
  status?: string;
}

@Resolver(() => MessageType)
export class MessageResolver {
  @Directive('@requiresScopes(scopes: [["notifications:read"]])')
  @Query(() => MessageConnectionType, { nullable: true, description: "The shop's e-mails, newest first." })
  async messages(
    @Args(() => MessageArguments) { status, ...args }: MessageArguments,
    @Ctx() { em }: NotificationsContext,
  ): Promise<Connection<MessageType>> {
    const page = pageOf(args);
    const rows = await findMessages(em, page, { status: status as MessageStatus | undefined });
    return toConnection(rows, page, { keysOf: ({ id }) => [id], toNode: toMessageType });
  }

  @FieldResolver(() => [MessageDeliveryType], { description: 'Every try to send it, oldest first.' })
  async deliveries(@Root() { id }: MessageType, @Ctx() context: NotificationsContext): Promise<MessageDeliveryType[]> {
    const deliveries = await deliveriesByMessageId(context).load(id);
    return (deliveries ?? []).map(toMessageDeliveryType);
  }
}
