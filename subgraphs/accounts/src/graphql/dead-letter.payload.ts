import { PayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { DeadLetterType } from './dead-letter.type.js';

@ObjectType({ description: 'What `redriveDeadLetter` answers.' })
export class RedriveDeadLetterPayload extends PayloadType {
  @Field(() => DeadLetterType, {
    nullable: true,
    description: 'As it stands now: REDRIVEN when it was handled, DEAD when it failed again.',
  })
  deadLetter?: DeadLetterType;
}

@ObjectType({ description: 'What `discardDeadLetter` answers.' })
export class DiscardDeadLetterPayload extends PayloadType {
  @Field(() => DeadLetterType, { nullable: true, description: 'As it stands now.' })
  deadLetter?: DeadLetterType;
}
