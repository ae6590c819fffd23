import type { EventMessage } from '@souk/kit/contracts';
import { cartMergedV1, cartUpdatedV1 } from '@souk/schema/events/cart';
import type { CartEvent } from '../domain/cart.js';

/** Turns what happened to a cart into the messages other subgraphs rely on. */
export function publishCartEvent(event: CartEvent): EventMessage[] {
  const { id: cartId, ownerId, lines } = event.cart;
  switch (event.type) {
    case 'CartUpdated':
      return [cartUpdatedV1({ cartId, ownerId, lines })];
    case 'CartMerged':
      return [cartMergedV1({ cartId, ownerId, guestId: event.guestId, lines })];
  }
}
