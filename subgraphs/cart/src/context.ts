import type { SubgraphContext } from '@souk/kit/graphql';
import type { CartStore } from './use-cases/cart-store.js';

/** What the resolvers of cart work with. */
export interface CartContext extends SubgraphContext {
  carts: CartStore;
}
