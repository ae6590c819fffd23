import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { OrderStatusChange } from '../domain/order-status-change.js';
import { OrderStatusEnum } from './order-status.enum.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('OrderStatusChange', { description: "One row of an order's history." })
export class OrderStatusChangeType {
  orderId!: string;

  @Field(() => Int, { description: 'Its place in the history, from 1 without gaps.' })
  sequence!: number;

  @Field(() => OrderStatusEnum, { description: 'What the order became.' })
  status!: string;

  @Field(() => Date, { description: 'When.' })
  occurredAt!: Date;
}

export function toOrderStatusChangeType({ orderId, sequence, to, at }: OrderStatusChange): OrderStatusChangeType {
  return Object.assign(new OrderStatusChangeType(), { orderId, sequence, status: to, occurredAt: at });
}
