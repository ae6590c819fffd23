import type { SubgraphContext } from '@souk/kit/graphql';
import type { OrderStatusChange } from './domain/order-status-change.js';
import type { Checkout } from './use-cases/checkout.js';

/** What the resolvers of orders work with. */
export interface OrdersContext extends SubgraphContext {
  checkout: Checkout;
  newOrderNumber: () => string;
  /** An order's history after a sequence, then live, until it is over. */
  watchOrder: (orderId: string, afterSequence: number) => AsyncIterableIterator<OrderStatusChange>;
}
