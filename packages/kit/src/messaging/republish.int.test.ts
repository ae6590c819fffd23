import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Counting } from '../../test/counting.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { newId } from '../domain/index.js';
import { eventually } from '../testing/index.js';
import { askRepublish, type RepublishReply, type RepublishRequest } from './index.js';
import { keptDays } from './kept-days.js';

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

async function countAndPublish(times: number): Promise<string> {
  const counterId = await counting.countUp(times);
  await untilPublished();
  return counterId;
}

function untilPublished(): Promise<void> {
  return eventually(async () =>
    expect(await counting.em.execute('select 1 from outbox where published_at is null')).toEqual([]),
  );
}

async function loseTheStream(): Promise<void> {
  await (await counting.nats.jetstreamManager()).streams.delete('COUNTERS');
}

/** Publishes again page by page; returns how many events. */
async function republishFrom(from: Extract<RepublishRequest, { what: 'SINCE' }>['from']): Promise<number> {
  let published = 0;
  for (let next: typeof from | null = from; next; ) {
    const page: RepublishReply = await counting.ask(askRepublish('counters'), { what: 'SINCE', from: next });
    published += page.published;
    next = page.next ? { page: page.next } : null;
  }
  return published;
}

const anHourAgo = () => ({ time: new Date(Date.now() - 3_600_000).toISOString() });
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('a lost stream is refilled: who had not seen an event gets it, and nobody handles one twice', async () => {
  const known = await countAndPublish(3);
  await eventually(async () => expect(await counting.heardOf(known)).toEqual([1, 2, 3]));
  await counting.stopListening();
  const unseen = await countAndPublish(250);
  await loseTheStream();
  await counting.startListening();
  expect(await republishFrom(anHourAgo())).toBe(253);
  await eventually(async () => expect(await counting.heardOf(unseen)).toEqual(oneTo(250)), 30_000);
  expect(await republishFrom(anHourAgo())).toBe(253);
  const marker = await countAndPublish(1);
  await eventually(async () => expect(await counting.heardOf(marker)).toEqual([1]), 30_000);
  expect(await counting.heardOf(known)).toEqual([1, 2, 3]);
  expect(await counting.heardOf(unseen)).toEqual(oneTo(250));
}, 90_000);

test('owner and consumer that run while the stream is lost go on with a new one', async () => {
  await loseTheStream();
  const counterId = await countAndPublish(2);
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1, 2]), 30_000);
}, 60_000);

test('an owner to whom nobody listens makes its lost stream anew as well', async () => {
  await counting.stopListening();
  await loseTheStream();
  const counterId = await countAndPublish(1);
  await counting.startListening();
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1]));
}, 60_000);

test('it begins where it is told to', async () => {
  const earlier = await countAndPublish(1);
  const later = await countAndPublish(2);
  const [{ event_id: eventId }] = await counting.em.execute<[{ event_id: string }]>(
    'select event_id from outbox where aggregate_id = ? order by event_version limit 1',
    [later],
  );
  await counting.em.execute(
    `update outbox set published_at = published_at - interval '1 hour' where aggregate_id = ?`,
    [earlier],
  );
  expect(await republishFrom({ eventId })).toBe(2);
  const unknown = { what: 'SINCE' as const, from: { eventId: newId() } };
  expect(await counting.ask(askRepublish('counters'), unknown)).toEqual({ published: 0, next: null, isKnown: false });
});

test("what the stream promises: nothing makes room for new events but age, and a full stream is the publisher's to know", async () => {
  const { config } = await (await counting.nats.jetstreamManager()).streams.info('COUNTERS');
  expect(config).toMatchObject({
    discard: 'new',
    max_bytes: 1_073_741_824,
    max_age: keptDays.stream * 86_400_000_000_000,
    retention: 'limits',
  });
});
