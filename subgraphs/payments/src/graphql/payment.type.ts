import { MoneyType, toMoneyType } from '@souk/kit/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Payment } from '../domain/payment.js';
import { OrderType } from './order.type.js';
import { PaymentFailureCodeEnum, PaymentStatusEnum } from './payment-enums.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('PaymentFailure', { description: 'Why there is no money.' })
export class PaymentFailureType {
  @Field(() => PaymentFailureCodeEnum, { description: 'The reason, for programs.' })
  code!: string;

  @Field(() => String, { description: 'The reason, for the customer.' })
  message!: string;
}

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('PaymentNextAction', { description: 'What the customer must do before the money is held.' })
export class PaymentNextActionType {
  @Field(() => String, { description: "Lets the provider's own form go on with exactly this payment." })
  clientSecret!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where to send the customer, if the provider has a page for it.',
  })
  redirectUrl!: string | null;
}

@Directive('@key(fields: "id")')
@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('Payment', {
  description: 'The money for one order. Visible to whose order it is, and to staff that may read payments.',
})
export class PaymentType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => OrderType, { nullable: true, description: 'The order it is for.' })
  order!: OrderType;

  @Field(() => PaymentStatusEnum, { description: 'How far it has come.' })
  status!: string;

  @Field(() => MoneyType, { description: 'What is to be paid.' })
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'What the provider came to hold, also if it was let go or taken since.' })
  authorizedAmount!: MoneyType;

  @Field(() => MoneyType, { description: 'What was taken, also if it was given back since.' })
  capturedAmount!: MoneyType;

  @Field(() => MoneyType, { description: 'What was given back.' })
  refundedAmount!: MoneyType;

  @Field(() => String, { description: 'Who holds and takes the money, as placeOrder names them: "STRIPE".' })
  provider!: string;

  @Field(() => PaymentFailureType, { nullable: true, description: 'Why there is no money, when it is FAILED.' })
  failure!: PaymentFailureType | null;

  @Field(() => PaymentNextActionType, {
    nullable: true,
    description: 'What the customer must do, as long as it is ACTION_REQUIRED.',
  })
  nextAction!: PaymentNextActionType | null;

  @Field(() => Date, { description: 'When it was begun.' })
  createdAt!: Date;
}

export function toPaymentType(payment: Payment): PaymentType {
  const { id, orderId, status, provider, failure, nextAction, requestedAt, currency } = payment;
  const money = (amountMinor: number) => toMoneyType({ amountMinor, currency });
  return Object.assign(new PaymentType(), {
    id,
    order: Object.assign(new OrderType(), { id: orderId }),
    status,
    amount: money(payment.amountMinor),
    authorizedAmount: money(payment.authorizedMinor),
    capturedAmount: money(payment.capturedMinor),
    refundedAmount: money(payment.refundedMinor),
    provider: provider.toUpperCase(),
    failure,
    nextAction,
    createdAt: requestedAt,
  });
}
