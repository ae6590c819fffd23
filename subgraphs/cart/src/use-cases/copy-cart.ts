import { raw } from '@mikro-orm/core';
import { faultPoint } from '@souk/kit/faults';
import { breaksUnique, type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Cart, type CartIdentity } from '../domain/cart.js';
import type { CartRecord } from '../domain/cart-contents.js';
import { OrderRemoval } from '../domain/order-removal.js';
import type { CartWork } from './cart-work.js';

/**
 * Copies an owner's cart from the store to the database, if it is newer there. Publishes `cart.cart.updated.v1`, and
 * `cart.cart.merged.v1` for each guest's cart that went into it.
 */
export async function copyCart({ em, carts }: Pick<CartWork, 'em' | 'carts'>, ownerId: string): Promise<void> {
  const record = await carts.read(ownerId);
  await faultPoint('cart.copier.afterReadBeforeWrite');
  if (record) await write(em, record);
  await faultPoint('cart.copier.afterWriteBeforeSettle');
  await carts.settle(ownerId, record);
}

async function write(em: EntityManager, record: CartRecord): Promise<void> {
  const once = () => inTransaction(em, (transaction) => takeOver(transaction, record));
  try {
    await once();
  } catch (error) {
    if (!breaksUnique(error, 'cart_pkey')) throw error;
    await once();
  }
}

async function takeOver(em: EntityManager, record: CartRecord): Promise<void> {
  const cart = await copyOf(em, record);
  for (const { cartId, guestId } of cart.arrivalsIn(record)) {
    const guest = await copyOf(em, { ...record, cartId, ownerId: guestId, kind: 'GUEST' });
    guest.goOverTo(record.ownerId);
  }
  cart.copy(record);
  if (record.orders.length === 0) return;
  await em.nativeUpdate(OrderRemoval, { orderId: { $in: record.orders }, doneAt: null }, { doneAt: raw('now()') });
}

async function copyOf(em: EntityManager, identity: CartIdentity): Promise<Cart> {
  const existing = await em.findOne(Cart, { id: identity.cartId });
  if (existing) return existing;
  const cart = Cart.of(identity);
  em.persist(cart);
  return cart;
}
