import { PublicError } from '@souk/kit/domain';
import { requireId } from '@souk/kit/graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { OrdersContext } from '../context.js';
import type { OrderStatusChange } from '../domain/order-status-change.js';
import { orderById } from '../persistence/find-orders.js';
import { OrderType, toOrderType } from './order.type.js';
import { OrderStatusChangeType, toOrderStatusChangeType } from './order-status-change.type.js';

@ArgsType()
export class OrderStatusArguments {
  @Field(() => ID, { description: 'Which order.' })
  orderId!: string;

  @Field(() => Int, { nullable: true, description: 'The last row that is known; what came after it comes first.' })
  afterSequence?: number | null;
}

@Resolver(() => OrderStatusChangeType)
export class OrderStatusResolver {
  @Directive('@authenticated')
  @Subscription(() => OrderStatusChangeType, {
    description: "An order's history after a row, then each change as it happens. Ends with the order.",
    subscribe: ({ args, context }) => watch(args as OrderStatusArguments, context as OrdersContext),
  })
  orderStatusChanged(
    @Root() change: OrderStatusChange,
    @Args(() => OrderStatusArguments) _args: OrderStatusArguments,
  ): OrderStatusChangeType {
    return toOrderStatusChangeType(change);
  }

  @FieldResolver(() => OrderType, { description: 'The order as it is now.' })
  async order(@Root() change: OrderStatusChangeType, @Ctx() context: OrdersContext): Promise<OrderType> {
    return toOrderType(await mustSee(context, change.orderId));
  }
}

async function watch(args: OrderStatusArguments, context: OrdersContext) {
  const afterSequence = args.afterSequence ?? 0;
  if (afterSequence < 0) {
    throw new PublicError('BAD_USER_INPUT', 'A sequence is 0 or more.', { field: 'afterSequence' });
  }
  const order = await mustSee(context, requireId(args.orderId, 'orderId'));
  return context.watchOrder(order.id, afterSequence);
}

async function mustSee(context: OrdersContext, orderId: string) {
  const order = await orderById(context).load(orderId);
  if (!order) throw new PublicError('NOT_FOUND', 'There is no such order.');
  return order;
}
