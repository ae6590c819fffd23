import type { OwnedDeadLetter } from '@souk/kit/dead-letters';
import { connectionOf } from '@souk/kit/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DeadLetterStatusEnum, SubgraphNameEnum } from './dead-letter-enums.js';

@Directive('@tag(name: "personal")')
@Directive('@requiresScopes(scopes: [["dead-letters:read"]])')
@ObjectType('DeadLetter', {
  description: 'An event that could not be handled. Later events of the same aggregate wait for it.',
})
export class DeadLetterType {
  @Field(() => ID, { description: 'Its id, which names the subgraph as well.' })
  id!: string;

  @Field(() => SubgraphNameEnum, { description: 'Where it could not be handled.' })
  subgraph!: string;

  @Field(() => String, { description: 'The consumer that could not: who takes it, from whom, and of which aggregate.' })
  consumer!: string;

  @Field(() => String, { description: 'Type of the event; for a message that is no event, its subject.' })
  eventType!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the event; null for a message that is none.' })
  eventId!: string | null;

  @Field(() => ID, { nullable: true, description: 'What it happened to; null for a message that is no event.' })
  aggregateId!: string | null;

  @Field(() => Int, { nullable: true, description: "Its position in the aggregate's life, from 1 without gaps." })
  aggregateVersion!: number | null;

  @Field(() => DeadLetterStatusEnum, { description: 'What has become of it.' })
  status!: string;

  @Field(() => String, { description: 'What kind of failure it was, the last time.' })
  errorClass!: string;

  @Field(() => String, { description: 'What the failure said, the last time.' })
  errorMessage!: string;

  @Field(() => String, { description: 'The same for failures of one cause.' })
  fingerprint!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  tries!: number;

  @Field(() => Date, { description: 'When it happened.' })
  firstSeenAt!: Date;

  @Field(() => Date, { description: 'When it failed last.' })
  lastSeenAt!: Date;

  @Field(() => Int, { description: 'How often somebody redrove it.' })
  redriveCount!: number;

  @Field(() => Date, { nullable: true, description: 'When somebody did so last.' })
  redrivenAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who did so last: `staff:` and an id, or `operator:` and a name.',
  })
  redrivenBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was discarded.' })
  discardedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who discarded it, in the same form.' })
  discardedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was discarded.' })
  discardReason!: string | null;

  @Field(() => Int, { description: 'How many later events wait for it.' })
  waitingCount!: number;

  @Field(() => String, { description: 'What was received, its first 2,000 characters.' })
  content!: string;
}

@ObjectType('UnavailableSubgraph', { description: 'A subgraph that did not answer, so that its part is missing.' })
export class UnavailableSubgraphType {
  @Field(() => SubgraphNameEnum, { description: 'Which one.' })
  subgraph!: string;

  @Field(() => String, { description: 'SERVICE_UNAVAILABLE.' })
  code!: string;

  @Field(() => Int, { description: 'After how many milliseconds to ask again.' })
  retryAfterMs!: number;
}

export const DeadLetterConnectionType = connectionOf('DeadLetter', DeadLetterType);
Field(() => [UnavailableSubgraphType], { description: 'Subgraphs whose dead letters are missing.' })(
  DeadLetterConnectionType.prototype,
  'unavailable',
);

export function toDeadLetterType(letter: OwnedDeadLetter): DeadLetterType {
  const { id, subgraph, consumer, type, eventId, aggregateId, version, status } = letter;
  const { errorClass, errorMessage, fingerprint, tries, redrives, redrivenBy, waiting, content } = letter;
  const { firstSeenAt, lastSeenAt, redrivenAt, discardedAt, discardedBy, discardReason } = letter;
  const what = { id, subgraph, consumer, eventType: type, eventId, aggregateId, aggregateVersion: version, content };
  const failure = { status, errorClass, errorMessage, fingerprint, tries, waitingCount: waiting };
  const times = { firstSeenAt: new Date(firstSeenAt), lastSeenAt: new Date(lastSeenAt) };
  const redrive = { redriveCount: redrives, redrivenAt: toDate(redrivenAt), redrivenBy };
  const discard = { discardedAt: toDate(discardedAt), discardedBy, discardReason };
  return Object.assign(new DeadLetterType(), { ...what, ...failure, ...times, ...redrive, ...discard });
}

function toDate(time: string | null): Date | null {
  return time === null ? null : new Date(time);
}
