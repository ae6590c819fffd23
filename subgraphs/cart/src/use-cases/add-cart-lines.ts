import { linesToAdd } from '../domain/cart-limits.js';
import type { CartWork } from './cart-work.js';
import { type CartWish, type ChangedCart, changeCart } from './change-cart.js';
import { mustBeSold } from './must-be-sold.js';

/**
 * Adds units to a cart; simultaneous requests add up.
 * @throws {InvalidQuantityError} @throws {CartFullError} @throws {VariantNotFoundError} and what {@link changeCart} throws.
 */
export function addCartLines(work: CartWork, wish: Omit<CartWish, 'operation'>): Promise<ChangedCart> {
  const lines = linesToAdd(wish.lines);
  return changeCart(work, { ...wish, lines, operation: 'ADD' }, () => mustBeSold(work.ask, lines));
}
