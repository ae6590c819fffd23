import { defineEvent, idField } from '@souk/kit/contracts';
import { z } from 'zod';

const lines = z.array(z.object({ variantId: idField, quantity: z.int().positive() }));

export const cartUpdatedV1 = defineEvent('cart.cart.updated.v1', {
  schema: z.object({ cartId: idField, ownerId: idField, lines }),
  consumers: [],
  description: 'What a cart holds has changed; several changes in quick succession may be told as one.',
});

export const cartMergedV1 = defineEvent('cart.cart.merged.v1', {
  schema: z.object({ cartId: idField, ownerId: idField, guestId: idField, lines }),
  consumers: [],
  description: "A guest's cart went over into the cart of the account they signed in to.",
});
