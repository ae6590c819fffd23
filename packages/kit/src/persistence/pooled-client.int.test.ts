import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { type EntityManager, inTransaction } from './index.js';

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
