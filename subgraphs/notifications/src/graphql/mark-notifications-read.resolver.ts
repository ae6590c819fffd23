import { PublicError } from '@souk/kit/domain';
import { largestPage, payloadOf, requireId } from '@souk/kit/graphql';
import { ownerIdsOf } from '@souk/kit/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { NotificationsContext } from '../context.js';
import { markNotificationsRead } from '../use-cases/mark-notifications-read.js';
import { MarkNotificationsReadInput } from './mark-notifications-read.input.js';
import { MarkNotificationsReadPayload } from './mark-notifications-read.payload.js';
import { toNotificationType } from './notification.type.js';

@Resolver()
export class MarkNotificationsReadResolver {
  @Directive('@authenticated')
  @Mutation(() => MarkNotificationsReadPayload, {
    nullable: true,
    description: 'Marks notifications of yours as read; again changes nothing. Refusals: none.',
  })
  markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'What was read.' })
    input: MarkNotificationsReadInput,
    @Ctx() context: NotificationsContext,
  ): Promise<MarkNotificationsReadPayload> {
    const ids = requireIds(input.ids);
    const ownerIds = ownerIdsOf(context.caller);
    return payloadOf<MarkNotificationsReadPayload>(async () => ({
      notifications: (await markNotificationsRead(context, { ids, ownerIds })).map(toNotificationType),
    }));
  }
}

function requireIds(ids: readonly string[]): string[] {
  if (ids.length > largestPage) {
    const bounds = { field: 'ids', limit: largestPage, actual: ids.length };
    throw new PublicError('BAD_USER_INPUT', `"ids" are ${largestPage} at most.`, bounds);
  }
  return ids.map((id) => requireId(id, 'ids'));
}
