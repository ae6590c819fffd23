import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { countedV1 } from '../../test/counter.js';
import { Counting } from '../../test/counting.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { newId } from '../domain/index.js';
import { eventually, publishEvent } from '../testing/index.js';
import { Inbox } from './inbox.js';

let room: TestRoom;
let counting: Counting;

beforeAll(async () => {
  room = await startTestRoom();
  counting = await Counting.start(room);
}, 60_000);
afterAll(async () => {
  await counting.stop();
  await room.stop();
});

test('who stops as soon as it has started has stopped, and is there again when it is started again', async () => {
  await counting.stopListening();
  for (let time = 0; time < 3; time += 1) {
    await counting.startListening();
    await counting.stopListening();
  }
  const counterId = await counting.publish(1);
  await counting.startListening();
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1]));
});

test('who loses its durable while it waits makes it anew, and misses nothing', async () => {
  const { consumers } = await counting.nats.jetstreamManager();
  await consumers.delete('COUNTERS', 'listeners-counters-counter');
  const counterId = await counting.publish(1);
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1]), 15_000);
});

test('when the broker dies and comes back, owner and consumer go on', async () => {
  const before = await counting.countUp(2);
  await room.restartNats();
  const after = await counting.countUp(2);
  for (const counterId of [before, after]) {
    await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1, 2]), 20_000);
  }
}, 60_000);

test('who loses its connection to the database while it handles an event handles it again a moment later', async () => {
  let losses = 3;
  counting.duringHandling = async (em) => {
    losses -= 1;
    if (losses >= 0) await em.execute('select pg_terminate_backend(pg_backend_pid())');
  };
  const counterId = await counting.publish(1);
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1]), 15_000);
  expect(losses).toBeLessThan(0);
  expect(await counting.rowsOf('dead_letter', counterId)).toEqual([]);
});

test('what nobody here handles is passed over together, again when that fails, and before what comes after it', async () => {
  const skip = jest.spyOn(Inbox.prototype, 'skip').mockRejectedValueOnce(new Error('not now'));
  const counterIds = Array.from({ length: 10 }, () => newId());
  await counting.stopListening();
  for (const counterId of counterIds) await publishReset(counterId, 1);
  await counting.startListening();
  for (const counterId of counterIds) {
    await eventually(async () =>
      expect(await counting.rowsOf('consumer_position', counterId)).toMatchObject([{ version: 1 }]),
    );
  }
  expect(Math.max(...skip.mock.calls.map(([envelopes]) => envelopes.length))).toBeGreaterThan(1);
  for (const counterId of counterIds) {
    await publishReset(counterId, 2);
    await publishEvent(counting.nats, countedV1({ counterId, count: 3 }), { aggregateId: counterId, version: 3 });
  }
  for (const counterId of counterIds) {
    await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([3]));
    expect(await counting.rowsOf('inbox_parked', counterId)).toEqual([]);
  }
});

function publishReset(aggregateId: string, version: number) {
  return publishEvent(counting.nats, { type: 'counters.counter.reset.v1', data: {} }, { aggregateId, version });
}
