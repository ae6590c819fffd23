import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { durable, type TestEvent, TestPost } from '../../test/post.js';
import { TestShop } from '../../test/test-shop.js';
import { eventsAllArrive } from './events-all-arrive.js';

let shop: TestShop;
let post: TestPost;
let last: TestEvent;

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
  await post.send(orderId, 1);
  last = await post.send(orderId, 2);
  await post.follow();
});

function findings(poisonedEventIds: string[] = []) {
  return eventsAllArrive.check(shop.scene({ world: { natsUrl: post.url }, record: { poisonedEventIds } }));
}

async function sentences(poisoned: string[] = []) {
  return (await findings(poisoned)).breaches.map(({ sentence }) => sentence);
}

const another = (version = 3): TestEvent => ({ ...last, id: newId(), version });
const inInventory = (text: string) => shop.execute('inventory', text);

async function bury(id: string) {
  await shop.insert('inventory', 'dead_letter', {
    consumer: durable,
    event_id: id,
    type: last.type,
    aggregate_id: last.aggregateId,
    version: 2,
    envelope: {},
    error_class: 'Error',
    error_message: '',
    fingerprint: '',
    tries: 1,
    first_seen_at: new Date(),
  });
}

test('events that all left and were all handled hold', async () => {
  const { breaches, looked, figures } = await findings();
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ events: 2, handled: 2, positions: 1 });
  expect(figures).toEqual({ deliveries: 0, taken: 2 });
});

test('an event that is still in its outbox is found', async () => {
  const event = another();
  await post.write(event, null);
  expect(await sentences()).toContain(`Event ${event.id} of orders has not left.`);
});

test('an event that is said to have left and is in no stream is found', async () => {
  const event = another();
  await post.write(event);
  await post.handle(event);
  expect(await sentences()).toEqual([`Event ${event.id} of orders is in no stream.`]);
});

test('an event that a consumer never handled is found, and where it stands', async () => {
  await inInventory(`delete from inbox where version = 2`);
  await inInventory('update consumer_position set version = 1');
  expect(await sentences()).toEqual([
    `inventory has not handled orders.order.placed.v1 ${last.id}.`,
    `${durable} stands at 1 of 2 events of ${last.aggregateId}.`,
  ]);
});

test('an event that nobody committed is found, in the stream and where it was handled', async () => {
  const event = { ...another(1), aggregateId: newId() };
  await post.publish(event);
  await post.handle(event);
  expect(await sentences()).toEqual([
    `${durable} has not settled all it was sent.`,
    `orders.order.placed.v1 ${event.id} was published, and nobody committed it.`,
    `${durable} handled ${event.id}, which nobody committed.`,
  ]);
});

test('a dead letter is found unless it was planned', async () => {
  await inInventory('delete from inbox where version = 2');
  await inInventory('update consumer_position set version = 1');
  await bury(last.id);
  expect(await sentences()).toContain(`${durable} has a dead letter nobody planned.`);
  expect(await sentences([last.id])).toEqual([]);
});

test('an event that waits for one before it is found', async () => {
  await shop.insert('inventory', 'inbox_parked', {
    consumer: durable,
    event_id: last.id,
    aggregate_id: last.aggregateId,
    version: 2,
    type: last.type,
    envelope: {},
  });
  expect(await sentences()).toEqual([`${durable} still waits for what comes before ${last.id}.`]);
});

test('an event that comes a second time breaks nothing once it is settled', async () => {
  await post.publish(last);
  expect(await sentences()).toEqual([`${durable} has not settled all it was sent.`]);
});
