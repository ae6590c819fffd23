import type { CartContents, CartOwner } from '../domain/cart-contents.js';
import type { CartWork } from './cart-work.js';
import { restoringFirst } from './restore-cart.js';

/** An owner's cart, an empty one where there was none. @throws {PublicError} SERVICE_UNAVAILABLE */
export async function openCart(work: Pick<CartWork, 'em' | 'carts'>, owner: CartOwner): Promise<CartContents> {
  const opened = await restoringFirst(work, owner.id, (making) => work.carts.open(owner, making));
  if (opened.outcome === 'MISSING') throw new Error('The store made no cart.');
  return opened.cart;
}
