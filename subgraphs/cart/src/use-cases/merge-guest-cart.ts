import type { CartOwner } from '../domain/cart-contents.js';
import type { CartWork } from './cart-work.js';
import { restoreCart, restoringFirst } from './restore-cart.js';

/**
 * Moves what a guest had into the cart of the account they signed in to. Repeating it changes nothing.
 * @throws {PublicError} SERVICE_UNAVAILABLE
 */
export async function mergeGuestCart(
  work: Pick<CartWork, 'em' | 'carts'>,
  { guestId, account }: { guestId: string; account: CartOwner },
): Promise<void> {
  const merge = (isSearched: boolean) =>
    restoringFirst(work, account.id, (making) => work.carts.merge(guestId, account, { ...making, isSearched }));
  const { outcome } = await merge(false);
  if (outcome !== 'UNKNOWN') return;
  await restoreCart(work, guestId);
  await merge(true);
}
