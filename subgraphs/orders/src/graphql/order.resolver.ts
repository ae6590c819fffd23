import { type Connection, ConnectionArguments, pageOf, requireId } from '@souk/kit/graphql';
import { ownerIdsOf } from '@souk/kit/identity';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { OrdersContext } from '../context.js';
import type { OrderStatus } from '../domain/order-status.js';
import { findAllOrders, historyByOrderId, orderById } from '../persistence/find-orders.js';
import { findOrdersOf } from '../persistence/find-orders-of-owners.js';
import { OrderConnectionType, OrderType, toOrderType } from './order.type.js';
import { toOrderConnection } from './order-connection.js';
import { OrderStatusEnum } from './order-status.enum.js';
import { OrderStatusChangeType, toOrderStatusChangeType } from './order-status-change.type.js';

@ArgsType()
export class StaffOrderArguments extends ConnectionArguments {
  @Field(() => OrderStatusEnum, { nullable: true, description: 'Only orders that have come this far.' })
  status?: string;
}

@Resolver(() => OrderType)
export class OrderResolver {
  @Directive('@authenticated')
  @Query(() => OrderType, { nullable: true, description: 'An order; null when it is absent or not yours to see.' })
  async order(
    @Arg('id', () => ID, { description: 'Which order.' }) id: string,
    @Ctx() context: OrdersContext,
  ): Promise<OrderType | null> {
    const order = await orderById(context).load(requireId(id));
    return order && toOrderType(order);
  }

  @Directive('@authenticated')
  @Query(() => OrderConnectionType, { nullable: true, description: 'Your own orders, newest first.' })
  async orders(
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<OrderType>> {
    const page = pageOf(args);
    return toOrderConnection(await findOrdersOf(context, ownerIdsOf(context.caller), page), page);
  }

  @Directive('@requiresScopes(scopes: [["orders:read"]])')
  @Query(() => OrderConnectionType, { nullable: true, description: "Everybody's orders, newest first." })
  async ordersForStaff(
    @Args(() => StaffOrderArguments) { status, ...args }: StaffOrderArguments,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<OrderType>> {
    const page = pageOf(args);
    const orders = await findAllOrders(context.em, page, { status: status as OrderStatus | undefined });
    return toOrderConnection(orders, page);
  }

  @FieldResolver(() => [OrderStatusChangeType], { description: 'How it came this far, oldest change first.' })
  async history(
    @Root() order: OrderType,
    @Arg('afterSequence', () => Int, { defaultValue: 0, description: 'Only what came after this row.' })
    afterSequence: number,
    @Ctx() context: OrdersContext,
  ): Promise<OrderStatusChangeType[]> {
    const history = (await historyByOrderId(context).load(order.id)) ?? [];
    return history.filter(({ sequence }) => sequence > afterSequence).map(toOrderStatusChangeType);
  }
}
