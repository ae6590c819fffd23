import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { largestBacklog, OutboxBacklog } from './outbox-backlog.js';

let room: TestRoom;
const backlog = new OutboxBacklog();

beforeAll(async () => {
  room = await startTestRoom();
}, 60_000);
afterAll(() => room.stop());
beforeEach(async () => {
  await room.orm.em.fork().execute('delete from outbox');
});

async function leaveUnpublished(count: number, ageSeconds = 0): Promise<void> {
  const em = room.orm.em.fork();
  await em.execute(
    `insert into outbox (event_id, aggregate_type, aggregate_id, event_version, type, payload, headers, created_at)
     select gen_random_uuid(), 'counters.counter', gen_random_uuid(), 1, 'counters.counter.counted.v1', '{}', '{}',
       now() - ?::int * interval '1 second' from generate_series(1, ?::int)`,
    [ageSeconds, count],
  );
  await backlog.measure(em);
}

test('an event that has been waiting for more than a minute is late', async () => {
  await leaveUnpublished(1, 50);
  expect(() => backlog.mustBeOnTime()).not.toThrow();
  await leaveUnpublished(1, 61);
  await room.orm.em.fork().execute("delete from outbox where created_at > now() - interval '60 seconds'");
  await backlog.measure(room.orm.em.fork());
  expect(() => backlog.mustBeOnTime()).toThrow('more than a minute');
});

test('the outbox is full when more waits than may, and has room again when it is published', async () => {
  await leaveUnpublished(largestBacklog);
  expect(() => backlog.mustHaveRoom()).not.toThrow();
  await leaveUnpublished(1);
  expect(() => backlog.mustHaveRoom()).toThrow(expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }));
  await room.orm.em.fork().execute('update outbox set published_at = now()');
  await backlog.measure(room.orm.em.fork());
  expect(() => backlog.mustHaveRoom()).not.toThrow();
}, 60_000);
