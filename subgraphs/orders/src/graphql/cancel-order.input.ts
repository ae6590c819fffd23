import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which order to cancel.' })
export class CancelOrderInput {
  @Field(() => ID, { description: 'Which order.' })
  orderId!: string;

  @Field(() => ID, { description: '16 to 255 characters, new for each wish, the same when it is sent again.' })
  idempotencyKey!: string;
}
