import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Counting } from '../../test/counting.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { eventually } from '../testing/index.js';

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
