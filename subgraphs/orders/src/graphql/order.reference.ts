import { requireId } from '@souk/kit/graphql';
import type { OrdersContext } from '../context.js';
import { orderById } from '../persistence/find-orders.js';
import { type OrderType, toOrderType } from './order.type.js';

/** The order another subgraph refers to; null when absent or not the caller's to see. */
export async function resolveOrder({ id }: { id: string }, context: OrdersContext): Promise<OrderType | null> {
  const order = await orderById(context).load(requireId(id));
  return order && toOrderType(order);
}
