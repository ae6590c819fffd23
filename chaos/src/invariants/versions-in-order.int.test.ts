import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { durable, type TestEvent, TestPost } from '../../test/post.js';
import { TestShop } from '../../test/test-shop.js';
import { versionsInOrder } from './versions-in-order.js';

let shop: TestShop;
let post: TestPost;
let sent: TestEvent[];

beforeAll(async () => {
  shop = await TestShop.open('orders', 'inventory');
  post = await TestPost.open(shop);
}, 60_000);
afterAll(async () => {
  await post.close();
  await shop.close();
});
beforeEach(async () => {
  await post.clear();
  const orderId = newId();
  sent = [await post.send(orderId, 1), await post.send(orderId, 2), await post.send(orderId, 3)];
});

function findings() {
  return versionsInOrder.check(shop.scene({ world: { natsUrl: post.url } }));
}

async function sentences() {
  return (await findings()).breaches.map(({ sentence }) => sentence);
}

test('events that were numbered, left and were applied in order hold', async () => {
  const { breaches, looked } = await findings();
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ handled: 3, 'stored events': 3 });
});

test('an event that was applied after a later one is found', async () => {
  await shop.execute('inventory', `update inbox set handled_at = now() + interval '1 second' where version = 2`);
  expect(await sentences()).toEqual([`${durable} applied version 2 of ${sent[0]!.aggregateId} after 3.`]);
});

test('an event that was applied again, after others, is found', async () => {
  await shop.execute('inventory', `update inbox set handled_at = now() + interval '1 second' where version = 1`);
  expect(await sentences()).toEqual([`${durable} applied version 1 of ${sent[0]!.aggregateId} after 3.`]);
});

test('a number that was left out is found', async () => {
  await shop.execute('orders', 'delete from outbox where event_version = 2');
  expect(await sentences()).toEqual([`The events of ${sent[0]!.aggregateId} have a gap before 3.`]);
});

test('events that left in another order than they happened are found', async () => {
  const orderId = newId();
  const [first, second] = [1, 2].map((version) => ({
    id: newId(),
    type: sent[0]!.type,
    aggregateId: orderId,
    version,
  }));
  for (const event of [first!, second!]) await post.write(event);
  for (const event of [second!, first!]) await post.publish(event);
  expect(await sentences()).toEqual([`Version 1 of ${orderId} left after 2.`]);
});

test('an event that comes again, later, is no matter', async () => {
  await post.publish(sent[0]!);
  expect(await sentences()).toEqual([]);
});
