import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Counting } from '../../test/counting.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { eventually } from '../testing/index.js';
import { ensureStream } from './index.js';

const howMany = 20;

let room: TestRoom;
let counting: Counting;

beforeEach(async () => {
  room = await startTestRoom();
  counting = await Counting.start(room);
}, 60_000);
afterEach(async () => {
  await counting.stop();
  await room.stop();
});

/** Lets the consumer settle some events, and waits until the database knows how far it has come. */
async function settleSome(): Promise<void> {
  await publishAndHear(howMany);
  await untilFloorIs(howMany);
}

async function untilFloorIs(sequence: number): Promise<void> {
  await eventually(async () => {
    await counting.listener.keepFloors();
    expect(await counting.em.execute('select sequence from consumer_floor')).toEqual([{ sequence: String(sequence) }]);
  });
}

async function publishAndHear(times: number): Promise<void> {
  await hearAll(await publishMany(times));
}

async function hearAll(counterIds: readonly string[]): Promise<void> {
  await eventually(async () => {
    for (const counterId of counterIds) expect(await counting.heardOf(counterId)).toEqual([1]);
  }, 15_000);
}

async function publishMany(times: number): Promise<string[]> {
  const counterIds: string[] = [];
  for (let time = 0; time < times; time += 1) counterIds.push(await counting.publish(1));
  return counterIds;
}

/** Whatever reaches the inbox from now on has its effect, even a second time. */
async function forgetInbox(): Promise<void> {
  await counting.em.execute('delete from inbox');
  await counting.em.execute('delete from consumer_position');
}

async function forgetDurable(): Promise<void> {
  const { consumers } = await counting.nats.jetstreamManager();
  await consumers.delete('COUNTERS', 'listeners-counters-counter');
}

/** Breaks the connection of whoever waits for a lock. */
async function breakWhoWaits(): Promise<void> {
  await eventually(async () => {
    const broken = await counting.em.execute(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(broken).toHaveLength(1);
  });
}

async function countHeard(): Promise<number> {
  const [row] = await counting.em.execute<{ count: number }[]>('select count(*)::int from heard');
  return row?.count ?? 0;
}

test('what a broker that forgot where a consumer was gives once more does not reach the inbox', async () => {
  await settleSome();
  await forgetInbox();
  await forgetDurable();
  await publishAndHear(1);
  expect(await countHeard()).toBe(howMany + 1);
});

test('nor does it when the consumer was not there at that time', async () => {
  await settleSome();
  await counting.stopListening();
  await forgetInbox();
  await forgetDurable();
  await counting.startListening();
  await publishAndHear(1);
  expect(await countHeard()).toBe(howMany + 1);
});

test('events with the numbers that others had in a stream that is lost are handled', async () => {
  await settleSome();
  await counting.stopListening();
  const manager = await counting.nats.jetstreamManager();
  await manager.streams.delete('COUNTERS');
  await ensureStream(manager, 'counters');
  const counterIds = await publishMany(howMany + 2);
  await counting.startListening();
  await hearAll(counterIds);
});

test('a stream that was laid anew has a floor of its own, although it is shorter', async () => {
  await settleSome();
  await counting.stopListening();
  const manager = await counting.nats.jetstreamManager();
  await manager.streams.delete('COUNTERS');
  await counting.startListening();
  await publishAndHear(2);
  await untilFloorIs(2);
});

test('a consumer whose database goes away while it starts is there as soon as that is back', async () => {
  await settleSome();
  await counting.stopListening();
  const other = counting.em;
  await other.begin();
  await other.execute('lock table consumer_floor in access exclusive mode');
  const starting = counting.startListening();
  await breakWhoWaits();
  await other.rollback();
  await starting;
  await publishAndHear(1);
});
