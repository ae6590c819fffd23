import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Cancellation, cancellationCodes } from '../domain/cancellation.js';

export const OrderCancellationCodeEnum = Object.fromEntries(cancellationCodes.map((code) => [code, code]));
registerEnumType(OrderCancellationCodeEnum, {
  name: 'OrderCancellationCode',
  description: 'Why an order was cancelled.',
  valuesConfig: {
    OUT_OF_STOCK: { description: 'Not everything was in stock; `lines` says what was short.' },
    PAYMENT_DECLINED: { description: 'The payment provider refused.' },
    PAYMENT_EXPIRED: { description: 'The money was not there in time.' },
    RESERVATION_EXPIRED: { description: 'The stock could not be held, or not long enough.' },
    BY_CUSTOMER: { description: 'The customer wished so.' },
    BY_STAFF: { description: 'The shop wished so.' },
    NOT_DELIVERABLE: { description: 'The carrier does not bring parcels to the address.' },
  },
});

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('OrderShortage', { description: 'A line that could not be had.' })
export class OrderShortageType {
  @Field(() => ID, { description: 'What was ordered.' })
  variantId!: string;

  @Field(() => Int, { description: 'How many were ordered.' })
  requested!: number;

  @Field(() => Int, { description: 'How many there were.' })
  available!: number;
}

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('OrderCancellation', { description: 'Why nothing came of an order.' })
export class OrderCancellationType {
  @Field(() => OrderCancellationCodeEnum, { description: 'The reason, for programs.' })
  code!: string;

  @Field(() => String, { description: 'The reason, for people.' })
  message!: string;

  @Field(() => [OrderShortageType], { description: 'What was short; empty unless the code is OUT_OF_STOCK.' })
  lines!: OrderShortageType[];
}

export function toOrderCancellationType({ code, message, lines }: Cancellation): OrderCancellationType {
  const shortages = lines.map((line) => Object.assign(new OrderShortageType(), line));
  return Object.assign(new OrderCancellationType(), { code, message, lines: shortages });
}
