import { SafeInt } from '@souk/kit/graphql';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What to give back.' })
export class RefundPaymentInput {
  @Field(() => ID, { description: 'Of which payment.' })
  paymentId!: string;

  @Field(() => SafeInt, {
    nullable: true,
    description: "How much, in minor units of the payment's currency; all that is left when not said.",
  })
  amountMinor?: number | null;

  @Field(() => String, { nullable: true, description: 'Why; the customer may read it. At most 500 characters.' })
  reason?: string | null;

  @Field(() => ID, {
    description: 'Chosen by the client, 16 to 255 characters: sent again with the same key, it is refunded once.',
  })
  idempotencyKey!: string;
}
