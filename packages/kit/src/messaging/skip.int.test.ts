import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { countedV1 } from '../../test/counter.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { newId } from '../domain/index.js';
import { inTransaction } from '../persistence/index.js';
import { eventually } from '../testing/index.js';
import type { Envelope } from './envelope.js';
import { onEvent } from './event-handler.js';
import { Inbox } from './inbox.js';

const resetType = 'counters.counter.reset.v1';

let room: TestRoom;
let heard: number[];
let inbox: Inbox;

beforeAll(async () => {
  room = await startTestRoom();
}, 60_000);
afterAll(() => room.stop());
beforeEach(() => {
  heard = [];
  inbox = inboxOf('listeners-counters-counter');
});

function inboxOf(consumer: string): Inbox {
  const hear = onEvent(countedV1, ({ data }) => {
    heard.push(data.count);
    return Promise.resolve();
  });
  return new Inbox({ consumer, handlers: new Map([[countedV1.type, hear]]), em: room.orm.em, now: () => new Date() });
}

function event(subject: string, aggregateversion: number, type: string, data: object = {}): Envelope {
  const [time, correlationid] = [new Date().toISOString(), newId()];
  const about = { specversion: '1.0', id: newId(), source: '/souk/counters', time, correlationid } as const;
  return { ...about, type, subject, aggregateversion, data };
}

const reset = (subject: string, version: number) => event(subject, version, resetType);
const counted = (subject: string, version: number) =>
  event(subject, version, countedV1.type, { counterId: subject, count: version });

async function positionOf(aggregateId: string): Promise<number | undefined> {
  const [row] = await room.orm.em
    .fork()
    .execute<{ version: number }[]>('select version from consumer_position where consumer = ? and aggregate_id = ?', [
      inbox.consumer,
      aggregateId,
    ]);
  return row?.version;
}

async function waitingForLocks(): Promise<number> {
  const waiting = await room.orm.em
    .fork()
    .execute("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
  return waiting.length;
}

test('events of several aggregates are passed over together, each aggregate from where it is', async () => {
  const [fresh, known] = [newId(), newId()];
  await inbox.deliver(counted(known, 1));
  const events = [reset(known, 3), reset(fresh, 1), reset(known, 2), reset(fresh, 2)];
  expect(await inbox.skip(events)).toEqual(new Set(events));
  expect([await positionOf(known), await positionOf(fresh)]).toEqual([3, 2]);
  expect(await inbox.deliver(counted(known, 4))).toBe('handled');
});

test('what comes after a gap is not passed over, and what others hear does not move', async () => {
  const [gone, gap] = [newId(), newId()];
  await inbox.skip([reset(gap, 1)]);
  const [early, next, later] = [reset(gone, 2), reset(gap, 2), reset(gap, 4)];
  expect(await inbox.skip([early, next, later])).toEqual(new Set([next]));
  expect([await positionOf(gone), await positionOf(gap)]).toEqual([undefined, 2]);
  expect(await inboxOf('others-counters-counter').skip([reset(gap, 3)])).toEqual(new Set());
});

test('what was passed over before is done with, and the position stays where it is', async () => {
  const counterId = newId();
  const events = [reset(counterId, 1), reset(counterId, 2), reset(counterId, 3)];
  await inbox.skip(events);
  expect(await inbox.skip([events[0]!, { ...events[0]! }, events[1]!])).toHaveProperty('size', 3);
  expect(await positionOf(counterId)).toBe(3);
});

test('when something is parked behind it, it has to be delivered, which leads to that', async () => {
  const counterId = newId();
  expect(await inbox.deliver(counted(counterId, 3))).toBe('parked');
  const events = [reset(counterId, 1), reset(counterId, 2)];
  expect(await inbox.skip(events)).toEqual(new Set());
  for (const one of events) await inbox.deliver(one);
  expect(heard).toEqual([3]);
  expect(await positionOf(counterId)).toBe(3);
});

test('an event that was parked and comes once more when it is next is parked no longer', async () => {
  const counterId = newId();
  await inbox.skip([reset(counterId, 1)]);
  const early = reset(counterId, 3);
  expect(await inbox.deliver(early)).toBe('parked');
  expect(await inbox.skip([reset(counterId, 2), early])).toHaveProperty('size', 2);
  expect(await positionOf(counterId)).toBe(3);
  expect(await inbox.deliver(counted(counterId, 4))).toBe('handled');
});

test('who passes over what another parks something behind meanwhile learns of it', async () => {
  const counterId = newId();
  await inbox.skip([reset(counterId, 1)]);
  const [held, isOver] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = inTransaction(room.orm.em, async (em) => {
    await em.execute('select from consumer_position where aggregate_id = ? for update', [counterId]);
    held.resolve();
    await isOver.promise;
  });
  await held.promise;
  const parking = inbox.deliver(counted(counterId, 3));
  await eventually(async () => expect(await waitingForLocks()).toBe(1));
  const skipping = inbox.skip([reset(counterId, 2)]);
  await eventually(async () => expect(await waitingForLocks()).toBe(2));
  isOver.resolve();
  expect(await parking).toBe('parked');
  expect(await skipping).toEqual(new Set());
  expect(await positionOf(counterId)).toBe(2);
  await holding;
});

test("those who pass over the same aggregates at once do not get in each other's way", async () => {
  const counterIds = Array.from({ length: 40 }, () => newId());
  const version = (number: number) => counterIds.map((counterId) => reset(counterId, number));
  await inbox.skip(version(1));
  const all = await Promise.all([
    inbox.skip(version(2)),
    inbox.skip(version(2).reverse()),
    inbox.skip(version(2)),
    inbox.skip(version(2).reverse()),
  ]);
  expect(all.map(({ size }) => size)).toEqual(all.map(() => counterIds.length));
});
