import { Field, ObjectType } from 'type-graphql';
import { UserErrorType } from './user-error.type.js';

/** What every mutation's payload holds beside the thing itself. */
@ObjectType()
export abstract class PayloadType {
  @Field(() => [UserErrorType], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserErrorType[];
}

/** A payload of a mutation that takes an idempotency key. */
@ObjectType()
export abstract class ReplayablePayloadType extends PayloadType {
  @Field(() => Boolean, {
    description: 'Whether this very request had been fulfilled before; false for a refusal.',
  })
  replayed!: boolean;
}
