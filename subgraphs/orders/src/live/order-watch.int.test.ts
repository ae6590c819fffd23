import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { connectNats, type NatsConnection } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { eventually, publishEvent, startTestNats, type TestNats } from '@souk/kit/testing';
import { orderStatusChangedV1 } from '@souk/schema/events/orders';
import { occurrence } from '../../test/builders/order.js';
import type { OrderStatus } from '../domain/order-status.js';
import { OrderStatusChange } from '../domain/order-status-change.js';
import { OrderWatch } from './order-watch.js';
import { StatusFeed } from './status-feed.js';

const logger = createLogger('test', 'silent');
const way: OrderStatus[] = ['PENDING', 'CONFIRMED', 'PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED'];
const orderId = newId();

let server: TestNats;
let nats: NatsConnection;
let feed: StatusFeed;
let rows: OrderStatusChange[];
let reads: number;

beforeAll(async () => {
  server = await startTestNats();
  nats = await connectNats(server.url, 'test', logger);
  const manager = await nats.jetstreamManager();
  await manager.streams.add({ name: 'ORDERS', subjects: ['orders.*.*.*'] });
  feed = new StatusFeed(nats);
}, 60_000);
afterAll(async () => {
  await nats.drain();
  await server.stop();
});
beforeEach(() => {
  rows = [];
  reads = 0;
});

function change(sequence: number): OrderStatusChange {
  return new OrderStatusChange(orderId, sequence, null, way[sequence - 1]!, null, occurrence.at);
}

async function notify({ sequence, to }: OrderStatusChange): Promise<void> {
  const data = { orderId, customerId: newId(), sequence, status: to, occurredAt: occurrence.at.toISOString() };
  await publishEvent(nats, orderStatusChangedV1(data), { aggregateId: orderId, version: sequence });
}

function watch(afterSequence = 0): OrderWatch {
  const readHistory = async () => {
    reads += 1;
    return [...rows];
  };
  return new OrderWatch(feed, { orderId, afterSequence, readHistory, logger });
}

async function take(watch: OrderWatch, count: number): Promise<number[]> {
  const sequences: number[] = [];
  while (sequences.length < count) sequences.push((await watch.next()).value!.sequence);
  return sequences;
}

test('the very next row is delivered from the feed, without reading the table again', async () => {
  rows = [change(1)];
  const watched = watch();
  expect(await take(watched, 1)).toEqual([1]);
  const next = watched.next();
  await notify(change(2));
  expect((await next).value).toMatchObject({ sequence: 2, to: 'CONFIRMED' });
  expect(reads).toBe(1);
  await watched.return();
});

test('a gap makes the table be read: what the feed did not tell is not lost', async () => {
  rows = [change(1)];
  const watched = watch();
  await take(watched, 1);
  rows = [change(1), change(2), change(3), change(4)];
  const next = take(watched, 3);
  await notify(change(4));
  expect(await next).toEqual([2, 3, 4]);
  expect(reads).toBe(2);
  await watched.return();
});

test('what the feed tells twice, late, or when it was read already is delivered once', async () => {
  const watched = watch();
  for (const sequence of [1, 2, 2, 1]) await notify(change(sequence));
  rows = [change(1), change(2), change(3)];
  expect(await take(watched, 3)).toEqual([1, 2, 3]);
  for (const sequence of [3, 2, 4, 4, 5]) await notify(change(sequence));
  expect(await take(watched, 2)).toEqual([4, 5]);
  await watched.return();
});

test('a watch ends after a final status, and listens no more', async () => {
  rows = way.map((_status, index) => change(index + 1));
  const watched = watch(5);
  expect(await take(watched, 1)).toEqual([6]);
  expect(await watched.next()).toEqual({ value: undefined, done: true });
  expect(feed.size).toBe(0);
});

test('a watch that is ended while somebody waits for its next row lets them go', async () => {
  const watched = watch();
  const waiting = watched.next();
  await eventually(() => expect(reads).toBe(1));
  await watched.return();
  expect(await waiting).toEqual({ value: undefined, done: true });
  expect(feed.size).toBe(0);
  await expect(watch().throw(new Error('gone'))).rejects.toThrow('gone');
  expect(feed.size).toBe(0);
});

test('two watchers of one order do not end each other', async () => {
  const [first, second] = [watch(), watch()];
  await first.return();
  await first.return();
  const next = second.next();
  await eventually(() => expect(reads).toBe(1));
  await notify(change(1));
  expect((await next).value?.sequence).toBe(1);
  await second.return();
});

test('a table that cannot be read now is read again', async () => {
  rows = [change(1)];
  let failures = 1;
  const readHistory = async () => {
    if (failures-- > 0) throw new Error('The database is away.');
    return rows;
  };
  const watched = new OrderWatch(feed, { orderId, afterSequence: 0, readHistory, logger });
  expect(await take(watched, 1)).toEqual([1]);
  await watched.return();
});

test('what cannot be read wakes nobody', async () => {
  rows = [change(1)];
  const watched = watch();
  await take(watched, 1);
  const next = watched.next();
  nats.publish(orderStatusChangedV1.type, 'not JSON');
  nats.publish(orderStatusChangedV1.type, JSON.stringify({ data: { orderId, sequence: 2 } }));
  await notify(change(2));
  expect((await next).value?.sequence).toBe(2);
  expect(reads).toBe(1);
  await watched.return();
});
