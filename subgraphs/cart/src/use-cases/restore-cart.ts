import { Cart } from '../domain/cart.js';
import type { CartRecord } from '../domain/cart-contents.js';
import type { Missing } from './cart-store.js';
import type { CartWork } from './cart-work.js';

/** Puts a cart that the store has lost back from its durable copy, if there is one and its time is not over. */
export async function restoreCart({ em, carts }: Pick<CartWork, 'em' | 'carts'>, ownerId: string): Promise<void> {
  const [copy] = await em
    .fork()
    .find(Cart, { ownerId, mergedInto: null }, { orderBy: { expiresAt: 'desc' }, limit: 1 });
  if (copy) await carts.restore(toRecord(copy));
}

/**
 * Does something with an owner's cart. One that the store does not have is put back first; when it is nowhere, `work` may
 * make a new one.
 */
export async function restoringFirst<Outcome extends { outcome: string }>(
  parts: Pick<CartWork, 'em' | 'carts'>,
  ownerId: string,
  work: (making: { mayCreate: boolean }) => Promise<Outcome | Missing>,
): Promise<Outcome | Missing> {
  const first = await work({ mayCreate: false });
  if (first.outcome !== 'MISSING') return first;
  await restoreCart(parts, ownerId);
  return work({ mayCreate: true });
}

function toRecord(copy: Cart): CartRecord {
  const { id, cartVersion, ownerId, kind, channelId, expiresAt, lines, requests, orders, absorbed } = copy;
  return { cartId: id, version: cartVersion, ownerId, kind, channelId, expiresAt, lines, requests, orders, absorbed };
}
