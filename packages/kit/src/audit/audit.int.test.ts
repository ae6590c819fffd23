import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { Counter } from '../../test/counter.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { newId } from '../domain/index.js';
import { startTracing, withActor, withCorrelation } from '../observability/index.js';
import { type EntityManager, inTransaction } from '../persistence/index.js';
import { type AuditHead, audit, inspectChain, linkEntries } from './index.js';

let room: TestRoom;
let owner: pg.Client;
let app: pg.Client;
let stopTracing: () => Promise<void>;

beforeAll(async () => {
  stopTracing = await startTracing('test', undefined);
  room = await startTestRoom();
  owner = await connect(room.database.ownerUrl);
  app = await connect(room.database.url);
}, 60_000);
afterEach(() => owner.query('truncate audit_entry restart identity'));
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await room.stop();
  await stopTracing();
});

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined); // a test ends its connections from the server's side
  await client.connect();
  await client.query(`set lock_timeout = '5s'`);
  return client;
}

const count = (more?: (em: EntityManager) => Promise<unknown>) =>
  inTransaction(room.orm.em, async (em) => {
    const counter = new Counter();
    em.persist(counter);
    await em.flush();
    await more?.(em);
    return counter.id;
  });

const linkAll = async () => {
  while ((await linkEntries(room.orm.em.fork())) > 0);
};
const entries = async () => (await app.query('select * from audit_entry order by id')).rows;
const inspect = (anchors: AuditHead[] = []) => inspectChain(app, anchors);

test('a change and its entry are one transaction: none without the other', async () => {
  const id = await count();
  const refused = count(() => Promise.reject(new Error('refused')));
  await expect(refused).rejects.toThrow('refused');
  expect(await entries()).toMatchObject([
    {
      action: 'counter.created',
      subject: `counter:${id}`,
      before_hash: null,
      after_hash: expect.any(String),
      seq: null,
    },
  ]);
});

test('entries are linked in the order in which they were written, more than nine of them, too', async () => {
  for (let times = 0; times < 12; times += 1) await count();
  await linkAll();
  expect((await entries()).map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

test('an entry says on whose account, in which request, and what it was before', async () => {
  const correlationId = newId();
  const id = await withCorrelation({ correlationId, actor: `staff:o'neill` }, () => count());
  await withActor('worker:tidy', () =>
    inTransaction(room.orm.em, async (em) => {
      (await em.findOneOrFail(Counter, { id })).increase();
    }),
  );
  await room.orm.em.fork().execute('delete from counter where id = ?', [id]);
  const [created, changed, deleted] = await entries();
  expect(created).toMatchObject({ actor: `staff:o'neill`, correlation_id: correlationId });
  expect(changed).toMatchObject({ action: 'counter.changed', actor: 'worker:tidy', before_hash: created.after_hash });
  expect(deleted).toMatchObject({ action: 'counter.deleted', before_hash: changed.after_hash, after_hash: null });
  expect(deleted.actor).toMatch(/^database:.*_app$/);
});

test('who changes rows by hand is written down as well, and what changes nothing is not', async () => {
  const id = await count();
  await owner.query('update counter set count = 7 where id = $1', [id]);
  await owner.query('update counter set count = 7 where id = $1', [id]);
  const [, byHand, ...others] = await entries();
  expect(byHand.actor).toMatch(/^database:.*_owner$/);
  expect(others).toEqual([]);
});

test('what no table tells can be noted, with a reason', async () => {
  await withActor('staff:1', () =>
    inTransaction(room.orm.em, (em) =>
      audit(em, { action: 'dead-letter.discarded', subject: 'dead-letter:1', reason: 'a test' }),
    ),
  );
  expect(await entries()).toMatchObject([{ actor: 'staff:1', action: 'dead-letter.discarded', reason: 'a test' }]);
});

test.each([
  ['change what an entry says', `update audit_entry set actor = 'nobody'`],
  ['change when it was', 'update audit_entry set at = now()'],
  ['remove an entry', 'delete from audit_entry'],
  ['empty the log', 'truncate audit_entry'],
  ['choose the time of an entry', `insert into audit_entry (at, actor, action, subject) values (now(), 'a', 'b', 'c')`],
  [
    'link an entry as it is written',
    `insert into audit_entry (actor, action, subject, seq, prev_hash, hash) values ('a', 'b', 'c', 9, '', '')`,
  ],
  ['link an entry anew', `update audit_entry set hash = 'another'`],
  ['unlink an entry', 'update audit_entry set seq = null, prev_hash = null, hash = null'],
  ['take the trigger away', 'alter table audit_entry disable trigger all'],
  ['keep a head anew', 'update audit_head set seq = 1'],
])("the application's role cannot %s", async (_what, statement) => {
  await count();
  await linkAll();
  await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
  expect(await inspect()).toMatchObject({ entries: 1, break: null });
});

test('not even the owner changes or removes an entry without taking the guard away first', async () => {
  await count();
  await linkAll();
  await expect(owner.query(`update audit_entry set actor = 'nobody'`)).rejects.toThrow('does not change');
  await expect(owner.query('delete from audit_entry')).rejects.toThrow('does not go');
});

test('many transactions and several chainers at once make one chain', async () => {
  const linking = Array.from({ length: 4 }, async () => {
    for (let round = 0; round < 20; round += 1) await linkEntries(room.orm.em.fork());
  });
  await Promise.all([...Array.from({ length: 60 }, () => count()), ...linking]);
  await linkAll();
  expect(await inspect()).toMatchObject({ entries: 60, break: null, waiting: 0 });
});

test('an entry that is committed late is linked late, and lost never', async () => {
  const late = await connect(room.database.url);
  await late.query('begin');
  await late.query(`select audit('late.came', 'late:1', null, null, null)`);
  await count();
  await linkAll();
  expect(await inspect()).toMatchObject({ entries: 1, break: null });
  await late.query('commit');
  await late.end();
  await linkAll();
  const { rows } = await app.query('select action from audit_entry order by seq');
  expect(rows.map(({ action }) => action)).toEqual(['counter.created', 'late.came']);
  expect(await inspect()).toMatchObject({ entries: 2, break: null });
});

test('a connection that is killed before its commit leaves neither the change nor the entry', async () => {
  const killed = count(async (em) => {
    const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
    expect(await em.execute('select 1 from audit_entry')).toHaveLength(1);
    await app.query('select pg_terminate_backend($1)', [row!.pid]);
    await em.execute('select 1');
  });
  await expect(killed).rejects.toThrow(/terminat|not queryable/);
  expect(await entries()).toEqual([]);
});

test('a chainer that is killed before its commit has linked nothing, and the next one links all', async () => {
  for (let time = 0; time < 3; time += 1) await count();
  const chainer = await connect(room.database.url);
  await chainer.query('begin');
  await chainer.query(`select pg_advisory_xact_lock(hashtext('souk.audit-chain'))`);
  await chainer.query(`update audit_entry set seq = 1, prev_hash = 'x', hash = 'y' where id = 1`);
  expect(await linkEntries(room.orm.em.fork())).toBe(0);
  const { rows } = await chainer.query<{ pid: number }>('select pg_backend_pid() as pid');
  await app.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  await expect(chainer.query('commit')).rejects.toThrow(/terminat|not queryable/);
  await linkAll();
  expect(await inspect()).toMatchObject({ entries: 3, break: null, waiting: 0 });
});

/** What somebody with the owner's password can do, after taking the guard away. */
async function tamper(...statements: string[]): Promise<void> {
  await owner.query('begin; alter table audit_entry disable trigger user');
  for (const statement of statements) await owner.query(statement);
  await owner.query('alter table audit_entry enable trigger user; commit');
}

test.each([
  ['changed', 3, [`update audit_entry set actor = 'nobody' where seq = 3`]],
  ['changed', 4, [`update audit_entry set at = at + interval '1 microsecond' where seq = 4`]],
  ['missing', 2, ['delete from audit_entry where seq = 2']],
  [
    'missing',
    2,
    [
      'delete from audit_entry where seq = 2',
      'update audit_entry set seq = seq + 10 where seq > 2',
      'update audit_entry set seq = seq - 11 where seq > 2',
    ],
  ],
  [
    'reordered',
    2,
    ['update audit_entry set seq = -seq where seq in (2, 4)', 'update audit_entry set seq = 6 + seq where seq < 0'],
  ],
  ['missing', 5, ['delete from audit_entry where seq = 5']],
  ['missing', 1, ['delete from audit_entry']],
] as const)('what is %s as entry %d by the owner of the tables is found there', async (fault, seq, statements) => {
  for (let time = 0; time < 5; time += 1) await count();
  await linkAll();
  const { head } = await inspect();
  await owner.query('alter table audit_entry drop constraint if exists audit_entry_seq_check');
  await tamper(...statements);
  expect((await inspect([head])).break).toEqual({ seq, fault });
});

test('entries that nobody links are noticed after a minute', async () => {
  await count();
  expect(await inspect()).toMatchObject({ waiting: 1, waitingLong: 0 });
  await tamper(`update audit_entry set at = at - interval '61 seconds'`);
  expect(await inspect()).toMatchObject({ waiting: 1, waitingLong: 1 });
});
