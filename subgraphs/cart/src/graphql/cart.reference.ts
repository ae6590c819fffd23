import type { CartContext } from '../context.js';
import { openCart } from '../use-cases/open-cart.js';
import { type CartType, toCartType } from './cart.type.js';
import { ownerOf } from './owner-of.js';

/** The cart another subgraph refers to; null when it is not the caller's, or not their cart any more. */
export async function resolveCart({ id }: { id: string }, context: CartContext): Promise<CartType | null> {
  const cart = await openCart(context, await ownerOf(context));
  return cart.cartId === id ? toCartType(cart) : null;
}
