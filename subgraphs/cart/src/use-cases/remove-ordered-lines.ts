import { Cart } from '../domain/cart.js';
import type { OrderRemoval } from '../domain/order-removal.js';
import { Quote } from '../domain/quote.js';
import type { OrderedLines } from './cart-store.js';
import type { CartWork } from './cart-work.js';
import { restoreCart } from './restore-cart.js';

/**
 * Takes the lines of a confirmed order out of the cart that its quote came from, or out of the one that cart went over
 * into; once for each order. Returns whether there was such a cart.
 */
export async function removeOrderedLines(
  work: Pick<CartWork, 'em' | 'carts'>,
  { orderId, quoteId, lines }: OrderRemoval,
): Promise<boolean> {
  const em = work.em.fork();
  const quote = await em.findOne(Quote, { id: quoteId });
  if (!quote) return false;
  const outcome = await takeOut(work, quote.ownerId, { orderId, lines, cartId: quote.cartId });
  if (outcome.outcome === 'DONE') return true;
  const accountId =
    outcome.outcome === 'MERGED' ? outcome.into : (await em.findOne(Cart, { id: quote.cartId }))?.mergedInto;
  if (!accountId) return false;
  return (await takeOut(work, accountId, { orderId, lines, cartId: null })).outcome === 'DONE';
}

async function takeOut(work: Pick<CartWork, 'em' | 'carts'>, ownerId: string, removal: OrderedLines) {
  const first = await work.carts.removeOrdered(ownerId, removal);
  if (first.outcome !== 'MISSING') return first;
  await restoreCart(work, ownerId);
  return work.carts.removeOrdered(ownerId, removal);
}
