import { MoneyType, toMoneyType } from '@souk/kit/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Refund } from '../domain/refund.js';
import { RefundStatusEnum } from './payment-enums.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('Refund', { description: 'Money on its way back to the customer.' })
export class RefundType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MoneyType, { description: 'How much is given back.' })
  amount!: MoneyType;

  @Field(() => RefundStatusEnum, { description: 'How far it has come.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Why it is given back.' })
  reason!: string | null;

  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
}

export function toRefundType({ id, amountMinor, currency, status, reason, requestedAt }: Refund): RefundType {
  const amount = toMoneyType({ amountMinor, currency });
  return Object.assign(new RefundType(), { id, amount, status, reason, createdAt: requestedAt });
}
