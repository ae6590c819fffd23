import { connectionOf, MoneyType, toMoneyType } from '@souk/kit/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Order } from '../domain/order.js';
import { CustomerType, toCustomerType } from './customer.type.js';
import { OrderCancellationType, toOrderCancellationType } from './order-cancellation.type.js';
import { OrderLineType, toOrderLineType } from './order-line.type.js';
import { OrderStatusEnum } from './order-status.enum.js';
import { ShippingAddressType } from './shipping-address.type.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('OrderShippingMethod', { description: 'How the parcel is sent, as it was offered at the time.' })
export class OrderShippingMethodType {
  @Field(() => String, { description: 'For programs.' })
  code!: string;

  @Field(() => String, { description: 'For people.' })
  name!: string;
}

@Directive('@key(fields: "id")')
@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('Order', {
  description:
    'What somebody has bought. Visible to them, to the bearer of its link, and to staff that may read orders.',
})
export class OrderType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What people call it by.' })
  orderNumber!: string;

  @Field(() => OrderStatusEnum, { description: 'How far it has come.' })
  status!: string;

  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [OrderLineType], { description: 'The goods.' })
  lines!: OrderLineType[];

  @Field(() => MoneyType, { description: 'The goods alone.' })
  subtotal!: MoneyType;

  @Field(() => MoneyType, { description: 'What sending it costs.' })
  shippingTotal!: MoneyType;

  @Field(() => MoneyType, { description: 'All taxes, shipping included.' })
  taxTotal!: MoneyType;

  @Field(() => MoneyType, { description: 'What is paid in all.' })
  total!: MoneyType;

  @Field(() => Boolean, { description: 'Whether prices and shipping contain the taxes already.' })
  pricesIncludeTax!: boolean;

  @Field(() => ShippingAddressType, { description: 'Where the parcel goes.' })
  shippingAddress!: ShippingAddressType;

  @Field(() => OrderShippingMethodType, { description: 'How the parcel is sent.' })
  shippingMethod!: OrderShippingMethodType;

  @Field(() => String, { nullable: true, description: "Where messages go instead of the account's own address." })
  contactEmail!: string | null;

  @Field(() => CustomerType, { nullable: true, description: 'Who ordered; null for guests.' })
  customer!: CustomerType | null;

  @Field(() => OrderCancellationType, { nullable: true, description: 'Why nothing came of it, once it is CANCELLED.' })
  cancellation!: OrderCancellationType | null;

  @Field(() => Date, { description: 'When it was placed.' })
  placedAt!: Date;
}

export const OrderConnectionType = connectionOf('Order', OrderType);

export function toOrderType(order: Order): OrderType {
  const { id, orderNumber, status, currency, pricesIncludeTax, contactEmail, placedAt, cancellation } = order;
  const money = (amountMinor: number) => toMoneyType({ amountMinor, currency });
  return Object.assign(new OrderType(), {
    id,
    orderNumber,
    status,
    lines: order.lines.map((line) => toOrderLineType(line, currency)),
    subtotal: money(order.subtotalMinor),
    shippingTotal: money(order.shippingMinor),
    taxTotal: money(order.taxMinor),
    total: money(order.totalMinor),
    pricesIncludeTax,
    shippingAddress: Object.assign(new ShippingAddressType(), order.shippingAddress),
    shippingMethod: Object.assign(new OrderShippingMethodType(), {
      code: order.shippingMethodCode,
      name: order.shippingMethodName,
    }),
    contactEmail,
    customer: order.isGuest ? null : toCustomerType(order.customerId),
    cancellation: cancellation && toOrderCancellationType(cancellation),
    placedAt,
  });
}
