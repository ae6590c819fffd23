import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { countedV1 } from '../../test/counter.js';
import { logger, startTestRoom, type TestRoom } from '../../test/test-room.js';
import { defineEvent, idField } from '../contracts/index.js';
import { newId } from '../domain/index.js';
import { eventually, publishEvent } from '../testing/index.js';
import { handledAtOnce } from './consumer.js';
import { onEvent, startMessaging } from './index.js';

const talliedV1 = defineEvent('tallies.tally.tallied.v1', {
  schema: z.object({ counterId: idField, count: z.int() }),
  consumers: ['listeners'],
  description: 'A tally went up by one.',
});
const howMany = 4;

let room: TestRoom;

beforeAll(async () => {
  room = await startTestRoom();
}, 60_000);
afterAll(() => room.stop());

test('a process handles few events at once, whoever they are from, and in the end all of them', async () => {
  const nats = await room.connect();
  const inHand = new Set<string>();
  let most = 0;
  let letGo!: () => void;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let handled = 0;
  const hear = async ({ id }: { id: string }) => {
    inHand.add(id);
    most = Math.max(most, inHand.size);
    await gate;
    inHand.delete(id);
    handled += 1;
  };
  const { orm, database } = room;
  const about = { subgraph: 'listeners', databaseUrl: database.url, nats, em: orm.em, now: () => new Date(), logger };
  const listener = await startMessaging({ ...about, handlers: [onEvent(countedV1, hear), onEvent(talliedV1, hear)] });
  for (const event of [countedV1, talliedV1]) {
    for (let time = 0; time < howMany; time += 1) {
      const counterId = newId();
      await publishEvent(nats, event({ counterId, count: 1 }), { aggregateId: counterId, version: 1 });
    }
  }
  await eventually(() => expect(inHand.size).toBe(handledAtOnce));
  letGo();
  await eventually(() => expect(handled).toBe(2 * howMany));
  expect(most).toBe(handledAtOnce);
  await listener.stopConsuming();
  await listener.stopPublishing();
  await nats.drain();
});
