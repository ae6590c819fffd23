import type { Ask } from '@souk/kit/asking';
import type { EntityManager } from '@souk/kit/persistence';
import type { CartStore } from './cart-store.js';

/** What the use cases of cart work with. */
export interface CartWork {
  em: EntityManager;
  ask: Ask;
  carts: CartStore;
}
