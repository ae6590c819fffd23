import { type Connection, ConnectionArguments, pageOf } from '@souk/kit/graphql';
import { type Caller, ownerIdsOf } from '@souk/kit/identity';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OrdersContext } from '../context.js';
import { findOrdersOf } from '../persistence/find-orders-of-owners.js';
import { CustomerType } from './customer.type.js';
import { OrderConnectionType, type OrderType } from './order.type.js';
import { toOrderConnection } from './order-connection.js';

@Resolver(() => CustomerType)
export class CustomerResolver {
  @FieldResolver(() => OrderConnectionType, {
    nullable: true,
    description: 'Their orders, newest first; null when they are not yours to see.',
  })
  async orders(
    @Root() customer: CustomerType,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<OrderType> | null> {
    const owners = visibleOwners(customer.id, context.caller);
    if (!owners) return null;
    const page = pageOf(args);
    return toOrderConnection(await findOrdersOf(context, owners, page), page);
  }
}

/** Whose orders the caller sees as this customer's: their own, those of the guest they were before included. */
function visibleOwners(customerId: string, caller: Caller): string[] | null {
  if (caller.id === customerId) return ownerIdsOf(caller);
  return caller.scopes.includes('orders:read') ? [customerId] : null;
}
