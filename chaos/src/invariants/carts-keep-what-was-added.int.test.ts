import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { Redis } from 'ioredis';
import { testRedisUrl } from '../../test/config.js';
import { entriesOf } from '../../test/journal.js';
import { writeOrder } from '../../test/orders.js';
import { aggregate, TestShop } from '../../test/test-shop.js';
import type { JournalEntry, Outcome } from '../journal/entry.js';
import { cartsKeepWhatWasAdded } from './carts-keep-what-was-added.js';

let shop: TestShop;
let redis: Redis;
let ownerId: string;
const variantId = newId();

beforeAll(async () => {
  shop = await TestShop.open('cart', 'orders');
  redis = new Redis(testRedisUrl());
}, 60_000);
afterAll(async () => {
  redis.disconnect();
  await shop.close();
});
beforeEach(async () => {
  ownerId = newId();
  await shop.execute('cart', 'truncate cart');
  await shop.execute('orders', 'truncate orders cascade');
});
afterEach(() => redis.del(`{cart}:${ownerId}`));

const lines = (quantity: number) => (quantity === 0 ? [] : [{ variantId, quantity }]);

async function keep(quantity: number, copied = quantity) {
  await redis.hset(`{cart}:${ownerId}`, 'lines', JSON.stringify(lines(quantity)));
  await shop.insert('cart', 'cart', {
    ...aggregate(),
    owner_id: ownerId,
    kind: 'GUEST',
    cart_version: 1,
    lines: lines(copied),
    requests: [],
    orders: [],
    absorbed: [],
    expires_at: new Date(Date.now() + 60_000),
  });
}

const added = (quantity: number, ...outcomes: Outcome[]) =>
  entriesOf({ key: newId(), operation: 'addCartLines', content: { lines: lines(quantity) }, outcomes });

async function findings(journal: JournalEntry[]) {
  const identity = { kind: 'identity' as const, at: 0, person: 'ann', ownerId };
  const scene = shop.scene({ journal: [identity, ...journal], world: { redisUrl: testRedisUrl() } });
  return cartsKeepWhatWasAdded.check(scene);
}

async function sentences(journal: JournalEntry[]) {
  return (await findings(journal)).breaches.map(({ sentence }) => sentence);
}

test('a cart that holds what was acknowledged holds', async () => {
  await keep(3);
  const journal = [...added(3, 'UNKNOWN', 'ACKNOWLEDGED'), ...added(5, 'REFUSED')];
  const { breaches, looked } = await findings(journal);
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ carts: 1, changes: 2 });
});

test('what was bought is not missing', async () => {
  await writeOrder(shop, { email: 'mark@chaos.example', lines: [{ variantId, quantity: 2 }] });
  await keep(1);
  const content = { contactEmail: 'mark@chaos.example' };
  const order = entriesOf({ operation: 'placeOrder', content, outcomes: ['ACKNOWLEDGED'] });
  expect(await sentences([...added(2, 'ACKNOWLEDGED'), ...order, ...added(1, 'ACKNOWLEDGED')])).toEqual([]);
});

test('an order that was never confirmed takes nothing out', async () => {
  const history = ['PENDING', 'CANCELLED'];
  await writeOrder(shop, { email: 'mark@chaos.example', lines: [{ variantId, quantity: 2 }], history });
  await keep(0);
  const content = { contactEmail: 'mark@chaos.example' };
  const order = entriesOf({ operation: 'placeOrder', content, outcomes: ['ACKNOWLEDGED'] });
  expect(await sentences([...added(2, 'ACKNOWLEDGED'), ...order])).toEqual([
    `The cart of ann holds 0 of ${variantId}, not 2.`,
  ]);
});

test('what was acknowledged and is not there is found', async () => {
  await keep(2);
  expect(await sentences([...added(2, 'ACKNOWLEDGED'), ...added(1, 'ACKNOWLEDGED')])).toEqual([
    `The cart of ann holds 2 of ${variantId}, not 3.`,
  ]);
});

test('what was done twice is found, also where nobody knows whether it was done', async () => {
  await keep(6);
  expect(await sentences(added(3, 'UNKNOWN'))).toEqual([`The cart of ann holds 6 of ${variantId}, not 0 to 3.`]);
});

test('a copy that is not the cart is found', async () => {
  await keep(3, 2);
  expect(await sentences(added(3, 'ACKNOWLEDGED'))).toEqual(['The copy of the cart of ann is not the cart.']);
});

test('where Redis has lost a cart its copy is what counts', async () => {
  await keep(3);
  await redis.del(`{cart}:${ownerId}`);
  expect(await sentences(added(3, 'ACKNOWLEDGED'))).toEqual([]);
});
