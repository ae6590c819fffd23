import { payloadOf, requireId } from '@souk/kit/graphql';
import { requireOwnerId } from '@souk/kit/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { NotificationsContext } from '../context.js';
import { findMessage } from '../persistence/find-messages.js';
import { resendMessage } from '../use-cases/resend-message.js';
import { toMessageType } from './message.type.js';
import { ResendMessageInput } from './resend-message.input.js';
import { ResendMessagePayload } from './resend-message.payload.js';

@Resolver()
export class ResendMessageResolver {
  @Directive('@requiresScopes(scopes: [["notifications:write"]])')
  @Mutation(() => ResendMessagePayload, {
    nullable: true,
    description: 'Sends a message that is SENT or FAILED once more. Refusals: NOT_FOUND, MESSAGE_UNDER_WAY.',
  })
  resendMessage(
    @Arg('input', () => ResendMessageInput, { description: 'What to send once more.' })
    { idempotencyKey, ...input }: ResendMessageInput,
    @Ctx() { em, caller }: NotificationsContext,
  ): Promise<ResendMessagePayload> {
    const messageId = requireId(input.messageId, 'messageId');
    const staffId = requireOwnerId(caller);
    return payloadOf<ResendMessagePayload>(async () => {
      const { receipt, replayed } = await resendMessage(em, { messageId, staffId, idempotencyKey });
      return { message: toMessageType(await findMessage(em, receipt.messageId)), replayed };
    });
  }
}
