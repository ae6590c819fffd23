import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { withCorrelation } from '../observability/index.js';
import { type EntityManager, inTransaction, runPrepared } from './index.js';

let room: TestRoom;
beforeAll(async () => {
  room = await startTestRoom();
}, 60_000);
afterAll(() => room.stop());

const pidOf = async (em: EntityManager) =>
  (await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid'))[0]!.pid;
const kill = (pid: number) => room.orm.em.fork().execute('select pg_terminate_backend(?)', [pid]);

test('more transactions than the pool has connections may lose theirs, and the pool is as full as before', async () => {
  for (let time = 0; time < 12; time += 1) {
    const lost = inTransaction(room.orm.em, async (em) => {
      await kill(await pidOf(em));
      await em.execute('select 1');
    });
    await expect(lost).rejects.toThrow(/terminat|not queryable/);
  }
  const tenAtOnce = Array.from({ length: 10 }, () =>
    inTransaction(room.orm.em, (em) => em.execute('select pg_sleep(0.05)')),
  );
  await expect(Promise.all(tenAtOnce)).resolves.toHaveLength(10);
});

test('so it is with transactions that lose their connection when they are about to commit', async () => {
  for (let time = 0; time < 12; time += 1) {
    const lost = inTransaction(room.orm.em, async (em) => {
      await kill(await pidOf(em));
    });
    await expect(lost).rejects.toThrow(/terminat|not queryable/);
  }
  await expect(inTransaction(room.orm.em, (em) => em.execute('select 1'))).resolves.toHaveLength(1);
});

test('a transaction that fails leaves its connection usable, with nothing of it', async () => {
  const failed = inTransaction(room.orm.em, async (em) => {
    await em.execute(`insert into heard (counter_id, count) values (gen_random_uuid(), 1)`);
    await em.execute('select 1 / 0');
  });
  await expect(failed).rejects.toThrow('division by zero');
  expect(await room.orm.em.fork().execute('select 1 from heard')).toEqual([]);
});

test('a transaction is begun by its first statement, on whose account it runs as well', async () => {
  const [row] = await withCorrelation({ correlationId: 'c-1', actor: "user:o'neill" }, () =>
    inTransaction(room.orm.em, (em) =>
      em.execute<object[]>(
        `select current_setting('souk.actor') as actor, current_setting('souk.correlation_id') as correlation,
           pg_current_xact_id() = pg_current_xact_id() as is_one`,
      ),
    ),
  );
  expect(row).toEqual({ actor: "user:o'neill", correlation: 'c-1', is_one: true });
  expect(await room.orm.em.fork().execute(`select current_setting('souk.actor', true) as actor`)).toEqual([
    { actor: '' },
  ]);
});

test('statements of one transaction that are sent at once are all part of it', async () => {
  const ids = await inTransaction(room.orm.em, (em) =>
    Promise.all(
      Array.from({ length: 3 }, () => em.execute<{ id: string }[]>('select pg_current_xact_id()::text as id')),
    ),
  );
  expect(new Set(ids.map(([row]) => row!.id)).size).toBe(1);
});

test('a transaction that asks for nothing leaves nothing behind', async () => {
  await inTransaction(room.orm.em, async () => {});
  await expect(
    inTransaction(room.orm.em, async () => {
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  const rows = await room.orm.em
    .fork()
    .execute<{ count: string }[]>(
      `select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
  expect(rows).toEqual([{ count: '0' }]);
});

test('after a syntax error at its beginning nothing of a transaction stays', async () => {
  const write = `insert into heard (counter_id, count) values (gen_random_uuid(), 7)`;
  const failed = inTransaction(room.orm.em, async (em) => {
    await expect(em.execute('selekt 1')).rejects.toThrow('syntax error');
    await em.execute(write);
    throw new Error('so much for that');
  });
  await expect(failed).rejects.toThrow('so much for that');
  expect(await room.orm.em.fork().execute('select 1 from heard where count = 7')).toEqual([]);
});

test('a prepared statement takes texts and numbers as they are, inside a transaction and outside', async () => {
  const ask = (em: EntityManager) =>
    runPrepared(em, 'select $1::text as text, $2::int + 1 as number, $3::uuid[] as ids', [`it's "$1"\\`, 41, '{}']);
  const expected = [{ text: `it's "$1"\\`, number: 42, ids: [] }];
  expect(await ask(room.orm.em.fork())).toEqual(expected);
  for (let time = 0; time < 3; time += 1) expect(await inTransaction(room.orm.em, ask)).toEqual(expected);
});
