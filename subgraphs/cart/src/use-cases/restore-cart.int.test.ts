import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { Caller } from '@souk/kit/identity';
import { aCustomer, aGuest, eventually } from '@souk/kit/testing';
import { operations } from '../../test/cart-operations.js';
import { startTestCart, type TestCart } from '../../test/start-test-cart.js';

let cart: TestCart;

beforeAll(async () => {
  cart = await startTestCart();
}, 60_000);
afterAll(() => cart.stop());

async function add(caller: Caller, input: object) {
  const answer = await cart.send(caller, operations.add, { input });
  expect(answer.errors).toBeUndefined();
  return answer;
}

const read = async (caller: Caller) => (await cart.send(caller, operations.cart)).data.cart;

async function copied(ownerId: string, version: number) {
  return eventually(async () => {
    const [row] = await cart.rows<{ lines: object[]; merged_into: string | null }>(
      'select * from cart where owner_id = ? and cart_version >= ?',
      [ownerId, version],
    );
    expect(row).toBeDefined();
    return row;
  }, 2_000);
}

async function eventsOf(ownerId: string) {
  return cart.rows<{ type: string; version: number; lines: object[]; guest: string | null }>(
    `select type, event_version as version, payload -> 'lines' as lines, payload ->> 'guestId' as guest
     from outbox where payload ->> 'ownerId' = ? order by event_version, id`,
    [ownerId],
  );
}

test('a changed cart is in the database within two seconds, and told of once for changes in quick succession', async () => {
  const caller = aCustomer(newId());
  const variantId = cart.shop.sell();
  for (let count = 0; count < 3; count += 1) await add(caller, { lines: [{ variantId, quantity: 1 }] });
  expect(await copied(caller.id ?? '', 3)).toMatchObject({ lines: [{ variantId, quantity: 3 }] });
  expect(await eventsOf(caller.id ?? '')).toEqual([
    { type: 'cart.cart.updated.v1', version: 1, lines: [{ variantId, quantity: 3 }], guest: null },
  ]);
  await add(caller, { lines: [{ variantId, quantity: 1 }] });
  await copied(caller.id ?? '', 4);
  expect((await eventsOf(caller.id ?? '')).at(-1)).toMatchObject({ version: 2, lines: [{ quantity: 4 }] });
});

test('a change that leaves the lines as they were is copied, but nothing is told', async () => {
  const caller = aCustomer(newId());
  await cart.send(caller, operations.remove, { input: { variantIds: [newId()] } });
  await copied(caller.id ?? '', 1);
  expect(await eventsOf(caller.id ?? '')).toEqual([]);
});

test('a cart that Redis has lost is read back before anything is done with it, also by many at once', async () => {
  const caller = aCustomer(newId());
  const variantId = cart.shop.sell();
  const input = { lines: [{ variantId, quantity: 3 }], idempotencyKey: newId() };
  await add(caller, input);
  const before = await read(caller);
  await copied(caller.id ?? '', 1);
  await cart.redis.del(cart.keys.cart(caller.id ?? ''));
  const one = { lines: [{ variantId, quantity: 1 }] };
  await Promise.all(Array.from({ length: 8 }, () => add(caller, one)));
  const after = await read(caller);
  expect(after).toMatchObject({ id: before.id, totalQuantity: 11 });
  expect(after.version).toBeGreaterThan(before.version + 8);
  expect((await add(caller, input)).data.answer).toMatchObject({ replayed: true, cart: { totalQuantity: 11 } });
});

test('after a loss, what was changed between the last copy and the loss cannot be taken for what is there', async () => {
  const caller = aCustomer(newId());
  const variantId = cart.shop.sell();
  await add(caller, { lines: [{ variantId, quantity: 1 }] });
  await copied(caller.id ?? '', 1);
  const { data } = await add(caller, { lines: [{ variantId, quantity: 1 }] });
  await cart.redis.del(cart.keys.cart(caller.id ?? ''));
  const input = { lines: [{ variantId, quantity: 5 }], expectedVersion: data.answer.cart.version };
  const { errors } = await cart.send(caller, operations.change, { input });
  expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
});

test('a cart whose time is over is not read back: the next one is new and empty', async () => {
  const caller = aGuest(newId());
  await add(caller, { lines: [{ variantId: cart.shop.sell(), quantity: 3 }] });
  const before = await read(caller);
  await copied(caller.id ?? '', 1);
  await cart.rows(`update cart set expires_at = now() - interval '1 second' where owner_id = ?`, [caller.id]);
  await cart.redis.del(cart.keys.cart(caller.id ?? ''));
  const after = await read(caller);
  expect(after).toMatchObject({ version: 0, totalQuantity: 0 });
  expect(after.id).not.toBe(before.id);
});

function signedIn(guest: Caller): Caller {
  return aCustomer(newId(), { guestId: guest.id ?? '' });
}

test('the first request after signing in finds what the guest had, once, however many come at once', async () => {
  const guest = aGuest(newId());
  const caller = signedIn(guest);
  const [shirt, hat] = [cart.shop.sell(), cart.shop.sell()];
  await add(guest, { lines: [{ variantId: shirt, quantity: 2 }] });
  await add(aCustomer(caller.id ?? ''), {
    lines: [
      { variantId: hat, quantity: 1 },
      { variantId: shirt, quantity: 998 },
    ],
  });
  const carts = await Promise.all(Array.from({ length: 6 }, () => read(caller)));
  for (const { lines } of [...carts, await read(caller)]) {
    expect(lines).toEqual([
      { variant: { id: hat }, quantity: 1 },
      { variant: { id: shirt }, quantity: 999 },
    ]);
  }
  expect(await read(guest)).toMatchObject({ version: 0, totalQuantity: 0 });
});

test("a merge is told to the others, and the copy of the guest's cart is over", async () => {
  const guest = aGuest(newId());
  const caller = signedIn(guest);
  const line = { variantId: cart.shop.sell(), quantity: 2 };
  await add(guest, { lines: [line] });
  await copied(guest.id ?? '', 1);
  await read(caller);
  await copied(caller.id ?? '', 1);
  expect(await eventsOf(caller.id ?? '')).toEqual([
    { type: 'cart.cart.merged.v1', version: 1, lines: [line], guest: guest.id },
    { type: 'cart.cart.updated.v1', version: 2, lines: [line], guest: null },
  ]);
  expect(await copied(guest.id ?? '', 1)).toMatchObject({ merged_into: caller.id, lines: [] });
});

test('a guest that merges before anything of theirs was copied is known as merged all the same', async () => {
  const guest = aGuest(newId());
  const caller = signedIn(guest);
  await add(guest, { lines: [{ variantId: cart.shop.sell(), quantity: 2 }] });
  await read(caller);
  await copied(caller.id ?? '', 1);
  const [row] = await cart.rows<{ merged_into: string }>('select merged_into from cart where owner_id = ?', [guest.id]);
  expect(row?.merged_into).toBe(caller.id);
});

test("a guest's cart that Redis has lost is merged from its copy", async () => {
  const guest = aGuest(newId());
  const caller = signedIn(guest);
  await add(guest, { lines: [{ variantId: cart.shop.sell(), quantity: 2 }] });
  await copied(guest.id ?? '', 1);
  await cart.redis.del(cart.keys.cart(guest.id ?? ''));
  const carts = await Promise.all([read(caller), read(caller), read(caller)]);
  expect(carts.map(({ totalQuantity }) => totalQuantity)).toEqual([2, 2, 2]);
});

test('a merge is not repeated though Redis has forgotten everything about it', async () => {
  const guest = aGuest(newId());
  const caller = signedIn(guest);
  await add(guest, { lines: [{ variantId: cart.shop.sell(), quantity: 2 }] });
  await copied(guest.id ?? '', 1);
  await read(caller);
  await copied(caller.id ?? '', 1);
  const [guestId, accountId] = [guest.id ?? '', caller.id ?? ''];
  await cart.redis.del(cart.keys.cart(guestId), cart.keys.merged(guestId), cart.keys.cart(accountId));
  expect(await read(caller)).toMatchObject({ totalQuantity: 2 });
});

test('somebody who never shopped as the guest of their token has an empty cart', async () => {
  expect(await read(signedIn(aGuest(newId())))).toMatchObject({ version: 0, totalQuantity: 0 });
});
