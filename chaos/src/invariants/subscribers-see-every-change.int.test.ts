import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeOrder } from '../../test/orders.js';
import { TestShop } from '../../test/test-shop.js';
import type { WatchEntry } from '../journal/entry.js';
import { subscribersSeeEveryChange } from './subscribers-see-every-change.js';

let shop: TestShop;
let orderId: string;

beforeAll(async () => {
  shop = await TestShop.open('orders');
  orderId = await writeOrder(shop, { history: ['PENDING', 'CONFIRMED', 'PAID'] });
}, 60_000);
afterAll(() => shop.close());

const statuses = ['PENDING', 'CONFIRMED', 'PAID'];
const step = (event: WatchEntry['event'], more: Partial<WatchEntry> = {}): WatchEntry => ({
  kind: 'watch',
  at: 0,
  watcher: 'ann',
  orderId,
  event,
  ...more,
});
const saw = (sequence: number, status = statuses[sequence - 1] ?? '') => step('seen', { sequence, status });
const caughtUp = (sequence = 3) => step('caughtUp', { sequence });
const broken = () => step('broken', { code: '1006' });

async function findings(...journal: WatchEntry[]) {
  return subscribersSeeEveryChange.check(shop.scene({ journal }));
}

test('who sees each change once and in order, over several connections, sees well', async () => {
  const steps = [step('opened'), saw(1), broken(), step('opened'), step('refused', { code: 'SERVICE_UNAVAILABLE' })];
  const { breaches, looked } = await findings(...steps, step('opened'), saw(2), saw(3), caughtUp());
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ watchers: 1, connections: 3, 'changes seen': 3 });
});

test('who leaves before the end has seen all that there was', async () => {
  expect((await findings(saw(1), saw(2), caughtUp(2))).breaches).toEqual([]);
});

test('a failure that was ordered at a fault point may be told to its watcher, and one that was not is found', async () => {
  const failed = step('refused', { at: 5_000, code: 'INTERNAL_SERVER_ERROR' });
  const journal = [saw(1), failed, step('opened'), saw(2), saw(3), caughtUp()];
  const judge = (...subscriptionsFailedAt: number[]) =>
    subscribersSeeEveryChange.check(shop.scene({ journal, record: { subscriptionsFailedAt } }));
  expect((await judge(4_900)).breaches).toEqual([]);
  expect((await judge()).breaches).toHaveLength(1);
  expect((await judge(1_000)).breaches).toHaveLength(1);
});

test.each<[string, string, () => WatchEntry[]]>([
  ['a change left out', 'saw change 3 where 2 was due', () => [saw(1), saw(3), caughtUp()]],
  ['a change told twice', 'saw change 1 where 2 was due', () => [saw(1), broken(), saw(1), saw(2), saw(3), caughtUp()]],
  ['changes in reverse', 'saw change 2 where 1 was due', () => [saw(2), saw(1), caughtUp()]],
  ['another status than the order had', 'saw PAID as change 2', () => [saw(1), saw(2, 'PAID'), caughtUp(2)]],
  ['changes that never came', 'saw 1 of 3 changes', () => [saw(1), caughtUp()]],
  [
    'an order that is said to be absent',
    'was refused: NOT_FOUND',
    () => [step('refused', { code: 'NOT_FOUND' }), saw(1), caughtUp(1)],
  ],
  ['a watcher who was forgotten', 'was never asked to leave', () => [saw(1)]],
  ['an order that nobody tells of', 'could not ask what there was to see', () => [saw(1), step('caughtUp')]],
])('%s is found', async (_what, sentence, steps) => {
  const { breaches } = await findings(...steps());
  expect(breaches.map((breach) => breach.sentence)).toEqual([expect.stringContaining(sentence)]);
});
