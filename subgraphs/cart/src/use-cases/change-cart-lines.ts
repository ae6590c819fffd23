import { linesToSet } from '../domain/cart-limits.js';
import type { CartWork } from './cart-work.js';
import { type CartWish, type ChangedCart, changeCart } from './change-cart.js';
import { mustBeSold } from './must-be-sold.js';

/**
 * Sets the quantities of lines; 0 takes a line out, and what was not in the cart comes in.
 * @throws {InvalidQuantityError} @throws {CartFullError} @throws {VariantNotFoundError} and what {@link changeCart} throws.
 */
export function changeCartLines(work: CartWork, wish: Omit<CartWish, 'operation'>): Promise<ChangedCart> {
  const lines = linesToSet(wish.lines);
  return changeCart(work, { ...wish, lines, operation: 'SET' }, () => mustBeSold(work.ask, lines));
}
