import { requireOwnerId } from '@souk/kit/identity';
import type { CartContext } from '../context.js';
import type { CartOwner } from '../domain/cart-contents.js';
import { mergeGuestCart } from '../use-cases/merge-guest-cart.js';

const owners = new WeakMap<CartContext, Promise<CartOwner>>();

/**
 * Whose cart the caller means: their own. What they had as a guest goes over into it first, once in each request.
 * @throws {PublicError} UNAUTHENTICATED when the caller is nobody who can have a cart.
 */
export function ownerOf(context: CartContext): Promise<CartOwner> {
  const known = owners.get(context);
  if (known) return known;
  const owner = findOwner(context);
  owners.set(context, owner);
  return owner;
}

async function findOwner({ caller, em, carts }: CartContext): Promise<CartOwner> {
  const id = requireOwnerId(caller);
  if (caller.kind === 'guest') return { id, kind: 'GUEST' };
  const account: CartOwner = { id, kind: 'CUSTOMER' };
  const { guestId } = caller;
  if (guestId && guestId !== id) await mergeGuestCart({ em, carts }, { guestId, account });
  return account;
}
