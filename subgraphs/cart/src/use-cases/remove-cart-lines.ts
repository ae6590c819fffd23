import type { CartWork } from './cart-work.js';
import { type CartWish, type ChangedCart, changeCart } from './change-cart.js';

/** Takes lines out of a cart; what is not in it is no mistake. Throws what {@link changeCart} throws. */
export function removeCartLines(
  work: Pick<CartWork, 'em' | 'carts'>,
  { variantIds, ...wish }: Omit<CartWish, 'operation' | 'lines'> & { variantIds: readonly string[] },
): Promise<ChangedCart> {
  const lines = [...new Set(variantIds)].map((variantId) => ({ variantId, quantity: 0 }));
  return changeCart(work, { ...wish, lines, operation: 'SET' });
}
