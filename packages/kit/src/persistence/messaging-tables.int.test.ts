import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CounterSchema, migrations } from '../../test/counter.js';
import { logger } from '../../test/test-room.js';
import { newId } from '../domain/index.js';
import { buryEvent } from '../messaging/dead-letters.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { createOrm, migrate, type Orm } from './index.js';

let database: TestDatabase;
let orm: Orm;

beforeAll(async () => {
  database = await createTestDatabase('counters', migrations.slice(0, 1));
  orm = await createOrm({ databaseUrl: database.url, schemas: [CounterSchema], subscribers: [], logger });
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

test('what a database of an earlier version has buried stays, and is the same dead letter when it fails again', async () => {
  const [eventId, aggregateId] = [newId(), newId()];
  await orm.em.fork().execute(
    `insert into dead_letter (consumer, event_id, type, aggregate_id, version, envelope,
       error_class, error_message, fingerprint, tries, first_seen_at)
     values ('listeners', ?, 'counters.counter.counted.v1', ?, 1, '{}', 'Error', 'at first', '', 1, now())`,
    [eventId, aggregateId],
  );
  expect(await migrate(database.ownerUrl, migrations, logger)).toBe(migrations.length - 1);
  const envelope = {
    specversion: '1.0' as const,
    id: eventId,
    type: 'counters.counter.counted.v1',
    source: '/souk/counters',
    subject: aggregateId,
    time: new Date().toISOString(),
    aggregateversion: 1,
    correlationid: newId(),
    data: {},
  };
  await buryEvent(orm.em.fork(), { consumer: 'listeners', envelope, tries: 2 }, new Error('once more'));
  const rows = await orm.em.fork().execute('select event_id, error_message, tries, stream from dead_letter');
  expect(rows).toEqual([{ event_id: eventId, error_message: 'once more', tries: 2, stream: null }]);
});

test("the application's role cannot change what stands in an append-only table", async () => {
  const em = orm.em.fork();
  await em.execute('insert into heard (counter_id, count) values (?, 1)', [newId()]);
  await expect(em.execute('delete from heard')).rejects.toThrow('permission denied');
  await expect(em.execute('update heard set count = 0')).rejects.toThrow('permission denied');
});
