import type { CartWork } from './cart-work.js';
import { type CartWish, type ChangedCart, changeCart } from './change-cart.js';

/** Takes every line out of a cart. Throws what {@link changeCart} throws. */
export function clearCart(
  work: Pick<CartWork, 'em' | 'carts'>,
  wish: Omit<CartWish, 'operation' | 'lines'>,
): Promise<ChangedCart> {
  return changeCart(work, { ...wish, lines: [], operation: 'CLEAR' });
}
