import type { Ask } from '@souk/kit/asking';
import type { Clock } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import type { Checkout } from './checkout.js';

/** What the use cases of orders work with. */
export interface OrdersWork {
  em: EntityManager;
  now: Clock;
  ask: Ask;
  checkout: Checkout;
  newOrderNumber: () => string;
  /** @throws {PublicError} SERVICE_UNAVAILABLE while what earlier orders have to tell piles up. */
  mustTakeOrders: () => void;
}
