import type { SubgraphGraph } from '@souk/kit/graphql';
import { refusals } from '@souk/schema/refusals';
import { CancelOrderResolver } from './cancel-order.resolver.js';
import { resolveCustomer } from './customer.reference.js';
import { CustomerResolver } from './customer.resolver.js';
import { resolveOrder } from './order.reference.js';
import { OrderResolver } from './order.resolver.js';
import { OrderStatusResolver } from './order-status.resolver.js';
import { PlaceOrderResolver } from './place-order.resolver.js';

/** Orders' part of the graph. */
export const graph: SubgraphGraph = {
  resolvers: [OrderResolver, PlaceOrderResolver, CancelOrderResolver, OrderStatusResolver, CustomerResolver],
  references: { Order: resolveOrder, Customer: resolveCustomer },
  userErrorCodes: refusals(
    'ALREADY_ORDERED',
    'CART_EMPTY',
    'EMAIL_REQUIRED',
    'INVALID_ADDRESS',
    'INVALID_EMAIL',
    'INVALID_PAYMENT_TOKEN',
    'INVALID_STATE_TRANSITION',
    'NOT_DELIVERABLE',
    'NOT_FOUND',
    'PAYMENT_REQUIRED',
    'PRICE_CHANGED',
    'QUOTE_EXPIRED',
    'QUOTE_NOT_FOUND',
  ),
};
