import type { Worker } from '@souk/kit/server';
import type { CartStore } from '../use-cases/cart-store.js';
import { copyCart } from '../use-cases/copy-cart.js';

/** Connections are few and requests need them too. */
const batchSize = 4;

/** Copies changed carts to the database. What fails comes again; one cart's failure does not hold up another. */
export function copyChangedCarts(carts: CartStore): Worker {
  return {
    name: 'copy-changed-carts',
    everyMs: 250,
    run: async ({ em }) => {
      if (!carts.isReady) return false;
      const owners = await carts.claimChanged(batchSize);
      const copies = await Promise.allSettled(owners.map((ownerId) => copyCart({ em, carts }, ownerId)));
      const failure = copies.find((copy) => copy.status === 'rejected');
      if (failure) throw failure.reason;
      return owners.length === batchSize;
    },
  };
}
