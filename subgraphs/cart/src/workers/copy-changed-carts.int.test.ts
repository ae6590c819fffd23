import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually } from '@souk/kit/testing';
import { startTestCart, type TestCart } from '../../test/start-test-cart.js';
import type { CartOwner } from '../domain/cart-contents.js';
import { copyCart } from '../use-cases/copy-cart.js';
import { forgetOldCarts } from './forget-old-carts.js';

let cart: TestCart;

beforeAll(async () => {
  cart = await startTestCart();
}, 60_000);
afterAll(() => cart.stop());

async function aFilledCart(): Promise<CartOwner> {
  const owner: CartOwner = { id: newId(), kind: 'CUSTOMER' };
  const lines = [{ variantId: newId(), quantity: 1 }];
  await cart.carts.change(owner, { operation: 'ADD', lines }, { mayCreate: true });
  return owner;
}

function eventsOf(ownerId: string) {
  return cart.rows<object>(`select 1 from outbox where payload ->> 'ownerId' = ?`, [ownerId]);
}

test('a cart that several processes copy at once is told of once', async () => {
  const { id } = await aFilledCart();
  const { em } = cart.running.parts.orm;
  const work = { em, carts: cart.carts };
  await Promise.all([copyCart(work, id), copyCart(work, id), copyCart(work, id)]);
  expect(await eventsOf(id)).toHaveLength(1);
  expect(await cart.redis.zscore(cart.keys.changed, id)).toBeNull();
});

test('many carts that change at once are all copied', async () => {
  const owners = await Promise.all(Array.from({ length: 60 }, aFilledCart));
  await eventually(async () => {
    const ids = owners.map(({ id }) => id);
    const [row] = await cart.rows<{ count: string }>('select count(*) from cart where owner_id in (?)', [ids]);
    expect(Number(row?.count)).toBe(owners.length);
  });
});

test('a cart that cannot be copied does not hold up the others, and is copied when it can be', async () => {
  const { id: broken } = await aFilledCart();
  const { id: sound } = await aFilledCart();
  const key = cart.keys.cart(broken);
  const lines = await cart.redis.hget(key, 'lines');
  await cart.redis.hset(key, 'lines', 'not JSON');
  await eventually(async () => expect(await eventsOf(sound)).toHaveLength(1));
  expect(await eventsOf(broken)).toEqual([]);
  await cart.redis.hset(key, 'lines', lines ?? '');
  await cart.redis.zadd(cart.keys.changed, 0, broken);
  await eventually(async () => expect(await eventsOf(broken)).toHaveLength(1));
});

test('what nobody can need any more is forgotten, and nothing else', async () => {
  const [{ id: old }, { id: recent }] = [await aFilledCart(), await aFilledCart()];
  await eventually(async () => {
    expect(await cart.rows('select 1 from cart where owner_id in (?)', [[old, recent]])).toHaveLength(2);
  });
  await cart.rows(`update cart set expires_at = now() - interval '31 days' where owner_id = ?`, [old]);
  await cart.rows(`update cart set expires_at = now() - interval '29 days' where owner_id = ?`, [recent]);
  const { orm, now, ask, logger } = cart.running.parts;
  await forgetOldCarts.run({ em: orm.em.fork(), now, ask, logger });
  expect(await cart.rows('select owner_id from cart where owner_id in (?)', [[old, recent]])).toEqual([
    { owner_id: recent },
  ]);
});
