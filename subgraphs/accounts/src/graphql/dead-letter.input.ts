import { ConnectionArguments } from '@souk/kit/graphql';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DeadLetterStatusEnum, SubgraphNameEnum } from './dead-letter-enums.js';

@ArgsType()
export class DeadLetterArguments extends ConnectionArguments {
  @Field(() => SubgraphNameEnum, { nullable: true, description: 'Only those of this subgraph.' })
  subgraph?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those of this consumer.' })
  consumer?: string | null;

  @Field(() => DeadLetterStatusEnum, { nullable: true, description: 'Only those of which this has become.' })
  status?: string | null;

  @Field(() => String, { nullable: true, description: 'Only failures of this cause.' })
  fingerprint?: string | null;
}

@InputType({ description: 'What to handle once more.' })
export class RedriveDeadLetterInput {
  @Field(() => ID, { description: 'Which dead letter.' })
  deadLetterId!: string;
}

@InputType({ description: 'What to give up, and why.' })
export class DiscardDeadLetterInput {
  @Field(() => ID, { description: 'Which dead letter.' })
  deadLetterId!: string;

  @Field(() => String, { description: 'Why nobody needs it, 1 to 500 characters.' })
  reason!: string;
}
