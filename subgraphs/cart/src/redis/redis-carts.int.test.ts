import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually } from '@souk/kit/testing';
import { Redis } from 'ioredis';
import { testRedisUrl } from '../../test/config.js';
import { forgetKeys } from '../../test/start-test-cart.js';
import type { CartOwner, CartRecord } from '../domain/cart-contents.js';
import { CartKeys } from './cart-keys.js';
import { RedisCarts } from './redis-carts.js';

const prefix = `test-${randomBytes(6).toString('hex')}:`;
const keys = new CartKeys(prefix);
const hourMs = 60 * 60 * 1_000;
const mayCreate = { mayCreate: true };
let redis: Redis;
let carts: RedisCarts;

beforeAll(async () => {
  redis = new Redis(testRedisUrl());
  carts = new RedisCarts(redis, prefix);
  await redis.ping();
});
afterAll(async () => {
  await forgetKeys(redis, prefix);
  redis.disconnect();
});

const aCustomerOwner = (): CartOwner => ({ id: newId(), kind: 'CUSTOMER' });
const aGuestOwner = (): CartOwner => ({ id: newId(), kind: 'GUEST' });

function add(owner: CartOwner, variantId = newId(), request?: { key: string; hash: string }) {
  return carts.change(owner, { operation: 'ADD', lines: [{ variantId, quantity: 1 }], request }, mayCreate);
}

async function recordOf(owner: CartOwner): Promise<CartRecord> {
  const record = await carts.read(owner.id);
  if (!record) throw new Error('There is no such cart.');
  return record;
}

test.each([
  ['customer', aCustomerOwner(), 7 * 24 * hourMs],
  ['guest', aGuestOwner(), 24 * hourMs],
])("the time to live of a %s's cart is set with each change and by nothing else", async (_who, owner, lifeMs) => {
  const key = keys.cart(owner.id);
  await carts.open(owner, mayCreate);
  expect(Math.abs((await redis.pttl(key)) - lifeMs)).toBeLessThan(5_000);
  await redis.pexpire(key, hourMs);
  await carts.open(owner, mayCreate);
  await carts.read(owner.id);
  expect(await redis.pttl(key)).toBeLessThanOrEqual(hourMs);
  await add(owner);
  const leftMs = await redis.pttl(key);
  expect(Math.abs(leftMs - lifeMs)).toBeLessThan(5_000);
  expect(Math.abs((await recordOf(owner)).expiresAt.getTime() - Date.now() - leftMs)).toBeLessThan(5_000);
});

test("a guest's cart that goes over into an account's lives as long as the account's", async () => {
  const [guest, account] = [aGuestOwner(), aCustomerOwner()];
  await add(guest);
  await carts.merge(guest.id, account, { ...mayCreate, isSearched: false });
  expect(await redis.pttl(keys.cart(account.id))).toBeGreaterThan(6 * 24 * hourMs);
  expect(await recordOf(account)).toMatchObject({ ownerId: account.id, kind: 'CUSTOMER' });
});

test('the last hundred requests are remembered', async () => {
  const owner = aCustomerOwner();
  for (let count = 0; count <= 100; count += 1) await add(owner, 'the same', { key: `key ${count}`, hash: 'hash' });
  expect((await recordOf(owner)).requests).toHaveLength(100);
  expect(await carts.recall(owner.id, { key: 'key 0', hash: 'hash' })).toEqual({ outcome: 'NEW' });
  expect(await carts.recall(owner.id, { key: 'key 1', hash: 'hash' })).toMatchObject({
    outcome: 'REPLAYED',
    version: 2,
  });
  expect(await carts.recall(owner.id, { key: 'key 1', hash: 'other' })).toEqual({ outcome: 'KEY_REUSED' });
});

test("the requests and orders that a guest's cart remembers go over with it", async () => {
  const [guest, account] = [aGuestOwner(), aCustomerOwner()];
  await add(guest, 'one', { key: 'key', hash: 'hash' });
  const orderId = newId();
  const { cartId } = await recordOf(guest);
  const removal = { orderId, cartId, lines: [{ variantId: 'one', quantity: 1 }] };
  await carts.removeOrdered(guest.id, removal);
  await add(account, 'one');
  await carts.merge(guest.id, account, { ...mayCreate, isSearched: false });
  expect(await carts.recall(account.id, { key: 'key', hash: 'hash' })).toMatchObject({ outcome: 'REPLAYED' });
  expect(await carts.removeOrdered(guest.id, removal)).toEqual({ outcome: 'MERGED', into: account.id });
  await carts.removeOrdered(account.id, { ...removal, cartId: null });
  expect((await recordOf(account)).lines).toEqual([{ variantId: 'one', quantity: 1 }]);
});

test('an order is taken out of the cart that it came from, not out of a later one of the same owner', async () => {
  const owner = aCustomerOwner();
  await add(owner, 'one');
  const removal = { orderId: newId(), cartId: newId(), lines: [{ variantId: 'one', quantity: 1 }] };
  expect(await carts.removeOrdered(owner.id, removal)).toMatchObject({ outcome: 'OTHER' });
  expect((await recordOf(owner)).lines).toHaveLength(1);
});

test("a cart that went over into another one is not put back from an old copy, but the guest's next one is", async () => {
  const [guest, account] = [aGuestOwner(), aCustomerOwner()];
  await add(guest);
  const copy = await recordOf(guest);
  await carts.merge(guest.id, account, { ...mayCreate, isSearched: false });
  await carts.restore(copy);
  expect(await carts.read(guest.id)).toBeNull();
  await carts.restore({ ...copy, cartId: newId() });
  expect(await carts.read(guest.id)).not.toBeNull();
});

test('what a guest adds after the merge, in another tab, goes over as well', async () => {
  const [guest, account] = [aGuestOwner(), aCustomerOwner()];
  const merge = () => carts.merge(guest.id, account, { ...mayCreate, isSearched: false });
  await add(guest, 'one');
  expect(await merge()).toEqual({ outcome: 'MERGED' });
  expect(await merge()).toEqual({ outcome: 'NOTHING' });
  await add(guest, 'two');
  expect(await merge()).toEqual({ outcome: 'MERGED' });
  expect((await recordOf(account)).lines.map((line) => line.variantId)).toEqual(['one', 'two']);
});

test('a copy whose time is over is not put back', async () => {
  const owner = aCustomerOwner();
  await add(owner);
  const copy = await recordOf(owner);
  await redis.del(keys.cart(owner.id));
  await carts.restore({ ...copy, expiresAt: new Date(Date.now() - 1_000) });
  expect(await carts.read(owner.id)).toBeNull();
});

test('a changed cart is claimed once it has rested, by one, and stays in the queue until its last version is settled', async () => {
  const owner = aCustomerOwner();
  await add(owner);
  const claimed = await eventually(async () => {
    const owners = await carts.claimChanged(100);
    expect(owners).toContain(owner.id);
    return owners;
  });
  expect(claimed.filter((id) => id === owner.id)).toHaveLength(1);
  expect(await carts.claimChanged(100)).not.toContain(owner.id);
  const copied = await recordOf(owner);
  await add(owner);
  await carts.settle(owner.id, copied);
  await eventually(async () => expect(await carts.claimChanged(100)).toContain(owner.id));
  await carts.settle(owner.id, await recordOf(owner));
  expect(await redis.zscore(keys.changed, owner.id)).toBeNull();
});

test('a cart that is gone leaves the queue', async () => {
  const owner = aCustomerOwner();
  await add(owner);
  await redis.del(keys.cart(owner.id));
  await carts.settle(owner.id, null);
  expect(await redis.zscore(keys.changed, owner.id)).toBeNull();
});

test('a server that has forgotten the scripts is given them again', async () => {
  await redis.script('FLUSH');
  expect(await add(aCustomerOwner())).toMatchObject({ outcome: 'DONE', version: 1 });
});

test('a mistake in a script is no outage', async () => {
  const owner = aCustomerOwner();
  await redis.set(keys.cart(owner.id), 'not a hash');
  await expect(add(owner)).rejects.toThrow(/WRONGTYPE/);
});
