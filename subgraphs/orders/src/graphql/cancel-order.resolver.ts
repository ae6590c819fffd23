import { payloadOf, requireId } from '@souk/kit/graphql';
import { type Caller, ownerIdsOf, requireOwnerId } from '@souk/kit/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.js';
import { findOrderAnew } from '../persistence/find-orders.js';
import { type CancelOrder, cancelOrder } from '../use-cases/cancel-order.js';
import { CancelOrderInput } from './cancel-order.input.js';
import { CancelOrderPayload } from './cancel-order.payload.js';
import { toOrderType } from './order.type.js';

@Resolver()
export class CancelOrderResolver {
  @Directive('@authenticated')
  @Mutation(() => CancelOrderPayload, {
    nullable: true,
    description:
      'Cancels an order that has not left yet; money and stock follow. For its customer, and for staff that may write orders. Refusals: NOT_FOUND, INVALID_STATE_TRANSITION.',
  })
  cancelOrder(
    @Arg('input', () => CancelOrderInput, { description: 'Which order to cancel.' }) input: CancelOrderInput,
    @Ctx() context: OrdersContext,
  ): Promise<CancelOrderPayload> {
    const request = requestOf(input, context.caller);
    return payloadOf<CancelOrderPayload>(async () => {
      const { receipt, replayed } = await cancelOrder(context, request);
      const order = await findOrderAnew(context, receipt.orderId);
      return { order: order && toOrderType(order), replayed };
    });
  }
}

function requestOf({ orderId, idempotencyKey }: CancelOrderInput, caller: Caller): CancelOrder {
  const id = requireOwnerId(caller);
  const mayCancelAll = caller.scopes.includes('orders:write');
  return {
    idempotencyKey,
    orderId: requireId(orderId, 'orderId'),
    canceller: { id, ownerIds: ownerIdsOf(caller), mayCancelAll },
  };
}
