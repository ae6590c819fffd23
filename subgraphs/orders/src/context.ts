import type { SubgraphContext } from '@souk/kit/graphql';
import type { HandlerContext } from '@souk/kit/messaging';
import type { OrderStatusChange } from './domain/order-status-change.js';
import type { Checkout } from './use-cases/checkout.js';

/** What the resolvers of orders work with. */
export interface OrdersContext extends SubgraphContext {
  checkout: Checkout;
  newOrderNumber: () => string;
  mustTakeOrders: () => void;
  /** An order's history after a sequence, then live, until it is over. */
  watchOrder: (orderId: string, afterSequence: number) => AsyncIterableIterator<OrderStatusChange>;
}

/** What the event handlers of orders work with. */
export interface OrdersHandlerContext extends HandlerContext {
  checkout: Checkout;
}
