import {
  type DeadLetterFilter,
  type DeadLetterPlace,
  type DeadLetterStatus,
  listDeadLetters,
  parseDeadLetterId,
} from '@souk/kit/dead-letters';
import { PublicError } from '@souk/kit/domain';
import { type Page, pageOf, payloadOf, toConnection } from '@souk/kit/graphql';
import { actorOf } from '@souk/kit/identity';
import { subgraphNames } from '@souk/schema/subgraph-names';
import { Arg, Args, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { AccountsContext } from '../context.js';
import { discardDeadLetter } from '../use-cases/discard-dead-letter.js';
import { redriveDeadLetter } from '../use-cases/redrive-dead-letter.js';
import { DeadLetterArguments, DiscardDeadLetterInput, RedriveDeadLetterInput } from './dead-letter.input.js';
import { DiscardDeadLetterPayload, RedriveDeadLetterPayload } from './dead-letter.payload.js';
import { DeadLetterConnectionType, toDeadLetterType } from './dead-letter.type.js';

const retryAfterMs = 1_000;

/** Staff's view of what could not be handled, wherever in the shop: each subgraph is asked for its part. */
@Resolver()
export class DeadLetterResolver {
  @Directive('@requiresScopes(scopes: [["dead-letters:read"]])')
  @Query(() => DeadLetterConnectionType, {
    nullable: true,
    description: 'Events that could not be handled, newest first. A subgraph that is away is named in `unavailable`.',
  })
  async deadLetters(
    @Args(() => DeadLetterArguments) args: DeadLetterArguments,
    @Ctx() { ask }: AccountsContext,
  ): Promise<InstanceType<typeof DeadLetterConnectionType>> {
    const page = pageOf(args);
    const after = placeOf(page);
    const wanted = { filter: filterOf(args), after, limit: page.limit };
    const { deadLetters, unavailable } = await listDeadLetters(ask, subgraphNames, wanted);
    const connection = toConnection(deadLetters, page, {
      keysOf: ({ firstSeenAt, id }) => [firstSeenAt, id],
      toNode: toDeadLetterType,
    });
    const missing = unavailable.map((subgraph) => ({ subgraph, code: 'SERVICE_UNAVAILABLE', retryAfterMs }));
    return Object.assign(connection, { unavailable: missing });
  }

  @Directive('@requiresScopes(scopes: [["dead-letters:write"]])')
  @Mutation(() => RedriveDeadLetterPayload, {
    nullable: true,
    description:
      'Handles a dead event once more, and those that wait for it; one that was handled already stays as it is. Refusals: NOT_FOUND, INVALID_STATE_TRANSITION.',
  })
  redriveDeadLetter(
    @Arg('input', () => RedriveDeadLetterInput, { description: 'What to handle once more.' })
    input: RedriveDeadLetterInput,
    @Ctx() context: AccountsContext,
  ): Promise<RedriveDeadLetterPayload> {
    const wish = { deadLetterId: requireDeadLetterId(input.deadLetterId), by: actorOf(context.caller) };
    return payloadOf<RedriveDeadLetterPayload>(async () => ({
      deadLetter: toDeadLetterType(await redriveDeadLetter(context, wish)),
    }));
  }

  @Directive('@requiresScopes(scopes: [["dead-letters:write"]])')
  @Mutation(() => DiscardDeadLetterPayload, {
    nullable: true,
    description:
      'Gives up a dead letter for good, so that those that wait for it are handled; one that was discarded already stays as it is. Refusals: NOT_FOUND, INVALID_STATE_TRANSITION, INVALID_REASON.',
  })
  discardDeadLetter(
    @Arg('input', () => DiscardDeadLetterInput, { description: 'What to give up, and why.' })
    input: DiscardDeadLetterInput,
    @Ctx() context: AccountsContext,
  ): Promise<DiscardDeadLetterPayload> {
    const deadLetterId = requireDeadLetterId(input.deadLetterId);
    const wish = { deadLetterId, by: actorOf(context.caller), reason: input.reason };
    return payloadOf<DiscardDeadLetterPayload>(async () => ({
      deadLetter: toDeadLetterType(await discardDeadLetter(context, wish)),
    }));
  }
}

function requireDeadLetterId(id: string): string {
  if (parseDeadLetterId(id)) return id;
  throw new PublicError('BAD_USER_INPUT', '"deadLetterId" is not an id.', { field: 'deadLetterId' });
}

function filterOf({ subgraph, consumer, status, fingerprint }: DeadLetterArguments): DeadLetterFilter {
  return {
    subgraph: subgraph ?? undefined,
    consumer: consumer ?? undefined,
    status: (status ?? undefined) as DeadLetterStatus | undefined,
    fingerprint: fingerprint ?? undefined,
  };
}

const placeSchema = z.tuple([z.iso.datetime(), z.string().refine((id) => parseDeadLetterId(id))]);

function placeOf({ after }: Page): DeadLetterPlace | undefined {
  if (!after) return undefined;
  const place = placeSchema.safeParse(after);
  if (!place.success)
    throw new PublicError('BAD_USER_INPUT', '"after" is not a cursor of this list.', { field: 'after' });
  const [firstSeenAt, id] = place.data;
  return { firstSeenAt, id };
}
