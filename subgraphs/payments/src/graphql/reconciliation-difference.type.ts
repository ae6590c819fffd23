import { connectionOf } from '@souk/kit/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { KeptDifference } from '../persistence/find-reconciliation-differences.js';
import { PaymentType } from './payment.type.js';
import { DifferenceKindEnum, DifferenceStatusEnum, DifferenceSubjectEnum } from './payment-enums.js';

@Directive('@requiresScopes(scopes: [["payments:reconcile"]])')
@ObjectType('ReconciliationDifference', {
  description: "One point in which the payment provider's books and ours did not say the same.",
})
export class ReconciliationDifferenceType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Which provider, as placeOrder names them: "STRIPE".' })
  provider!: string;

  @Field(() => String, { description: "Which payment, by the provider's name for it." })
  paymentReference!: string;

  /** Ours, for the field `payment`. */
  paymentId!: string | null;

  @Field(() => PaymentType, { nullable: true, description: 'Our payment, if we have one.' })
  payment?: PaymentType;

  @Field(() => DifferenceSubjectEnum, { description: 'What was compared.' })
  subject!: string;

  @Field(() => DifferenceKindEnum, { description: 'In what it differs.' })
  kind!: string;

  @Field(() => String, {
    description: "The payment or refund, by the provider's name for it, or by ours if it has none.",
  })
  reference!: string;

  @Field(() => String, { description: 'Which value differs, such as "status" or "captured".' })
  point!: string;

  @Field(() => String, { nullable: true, description: 'What we said, in words; null: nothing.' })
  ours!: string | null;

  @Field(() => String, { nullable: true, description: 'What the provider said, in words; null: nothing.' })
  theirs!: string | null;

  @Field(() => DifferenceStatusEnum, { description: 'What became of it.' })
  status!: string;

  @Field(() => Date, { description: 'When it was found first.' })
  foundAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was repaired, or not found any more.' })
  endedAt!: Date | null;
}

export const ReconciliationDifferenceConnectionType = connectionOf(
  'ReconciliationDifference',
  ReconciliationDifferenceType,
);

export function toReconciliationDifferenceType(difference: KeptDifference): ReconciliationDifferenceType {
  const { provider, foundAt, endedAt, ...same } = difference;
  return Object.assign(new ReconciliationDifferenceType(), {
    ...same,
    provider: provider.toUpperCase(),
    foundAt: new Date(foundAt),
    endedAt: endedAt === null ? null : new Date(endedAt),
  });
}
