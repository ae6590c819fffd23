import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { countedV1 } from '../../test/counter.js';
import { Counting } from '../../test/counting.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { DomainError, newId } from '../domain/index.js';
import { buryEvent } from '../messaging/dead-letters.js';
import type { Envelope } from '../messaging/index.js';
import { startTracing } from '../observability/index.js';
import { eventually, republish } from '../testing/index.js';
import { discardDeadLetter, listDeadLetters, type OwnedVerdict, redriveDeadLetter, showDeadLetter } from './index.js';

class Forbidden extends DomainError {
  readonly code = 'FORBIDDEN_COUNT';
}

interface Row {
  id: string;
  version: number;
  status: string;
  envelope: Envelope;
}

const consumer = 'listeners-counters-counter';
const subgraphs = ['listeners'];

let room: TestRoom;
let counting: Counting;
let stopTracing: () => Promise<void>;

beforeAll(async () => {
  stopTracing = await startTracing('test', undefined);
  room = await startTestRoom();
  counting = await Counting.start(room);
}, 60_000);
afterAll(async () => {
  await counting.stop();
  await room.stop();
  await stopTracing();
});
beforeEach(() => {
  counting.failure = undefined;
});

function forbid(...forbidden: number[]): void {
  counting.failure = (count) => {
    if (forbidden.includes(count)) throw new Forbidden(`${count} is forbidden`);
  };
}

/** A counter of which one count is dead, and the later ones wait for it. */
async function aDeadCount(dead: number, ...behind: number[]): Promise<{ counterId: string; id: string; row: Row }> {
  forbid(dead);
  const counterId = await counting.publish(...Array.from({ length: dead }, (_, index) => index + 1), ...behind);
  const [row] = await eventually(async () => {
    const rows = await counting.rowsOf<Row>('dead_letter', counterId);
    expect(rows).toHaveLength(1);
    expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(behind.length);
    return rows;
  });
  return { counterId, id: `listeners-${row?.id}`, row: row as Row };
}

const redrive = (id: string, by = 'alice') => redriveDeadLetter(counting.ask, subgraphs, { id, by });
const discard = (id: string, reason = 'a test wrote it', by = 'alice') =>
  discardDeadLetter(counting.ask, subgraphs, { id, by, reason });
const refusalOf = (verdict: OwnedVerdict | null) => verdict?.refusal?.code;

test('a dead event that is redriven is handled, and so are those that waited behind it; twice is once', async () => {
  const { counterId, id } = await aDeadCount(2, 3, 4);
  forbid();
  expect(await redrive(id)).toMatchObject({
    deadLetter: { status: 'REDRIVEN', tries: 1, redrives: 1, redrivenBy: 'alice', waiting: 0 },
    refusal: null,
  });
  expect(await counting.heardOf(counterId)).toEqual([1, 2, 3, 4]);
  expect(await redrive(id, 'bob')).toMatchObject({ deadLetter: { redrives: 1, redrivenBy: 'alice' }, refusal: null });
  expect(await counting.heardOf(counterId)).toEqual([1, 2, 3, 4]);
});

test('what fails again is dead again, with its tries counted and its latest error', async () => {
  const { counterId, id } = await aDeadCount(1, 2);
  counting.failure = () => {
    throw new Error('not now');
  };
  expect(await redrive(id)).toMatchObject({
    deadLetter: { status: 'DEAD', tries: 2, redrives: 1, errorClass: 'Error', errorMessage: 'not now', waiting: 1 },
    refusal: null,
  });
  expect((await redrive(id, 'bob'))?.deadLetter).toMatchObject({ tries: 3, redrives: 2, redrivenBy: 'bob' });
  expect(await counting.heardOf(counterId)).toEqual([]);
});

test('two who redrive at once have it handled once', async () => {
  const { counterId, id } = await aDeadCount(1, 2);
  forbid();
  const verdicts = await Promise.all([redrive(id), redrive(id, 'bob')]);
  expect(verdicts.map((verdict) => verdict?.deadLetter?.status)).toEqual(['REDRIVEN', 'REDRIVEN']);
  expect(await counting.heardOf(counterId)).toEqual([1, 2]);
});

test('of those that waited, the one that fails is a dead letter of its own', async () => {
  const { counterId, id } = await aDeadCount(1, 2, 3);
  forbid(2);
  expect((await redrive(id))?.deadLetter?.status).toBe('REDRIVEN');
  expect(await counting.rowsOf('dead_letter', counterId)).toMatchObject([
    { version: 1, status: 'REDRIVEN' },
    { version: 2, status: 'DEAD', tries: 1 },
  ]);
  expect(await counting.rowsOf('inbox_parked', counterId)).toMatchObject([{ version: 3 }]);
});

test('a dead event that the broker brings once more is the same dead letter, and settled when it succeeds', async () => {
  const { counterId, row } = await aDeadCount(1, 2);
  await republish(counting.nats, row.envelope);
  await eventually(async () =>
    expect(await counting.rowsOf('dead_letter', counterId)).toMatchObject([{ status: 'DEAD', tries: 2 }]),
  );
  forbid();
  await republish(counting.nats, row.envelope);
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1, 2]));
  expect(await counting.rowsOf('dead_letter', counterId)).toMatchObject([{ status: 'REDRIVEN', tries: 2 }]);
});

test('what one delivery has handled, another that failed does not bury', async () => {
  const counterId = await counting.publish(1);
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1]));
  const [{ event_id: id }] = (await counting.rowsOf('inbox', counterId)) as [{ event_id: string }];
  const envelope = { ...(await aDeadCount(1)).row.envelope, id, subject: counterId };
  await buryEvent(counting.em, { consumer, envelope, tries: 13 }, new Error('too late'));
  expect(await counting.rowsOf('dead_letter', counterId)).toEqual([]);
});

test('a discarded event is passed for good: later ones are handled, and it never is, however often it comes', async () => {
  const { counterId, id, row } = await aDeadCount(2, 3);
  forbid();
  const reason = 'The counter was a mistake.';
  expect(await discard(id, ` ${reason} `)).toMatchObject({
    deadLetter: { status: 'DISCARDED', discardedBy: 'alice', discardReason: reason, discardedAt: expect.any(String) },
    refusal: null,
  });
  expect(await counting.heardOf(counterId)).toEqual([1, 3]);
  expect((await discard(id, 'once more', 'bob'))?.deadLetter).toMatchObject({ discardReason: reason });
  expect(refusalOf(await redrive(id))).toBe('INVALID_STATE_TRANSITION');
  await republish(counting.nats, row.envelope);
  await republish(counting.nats, { ...row.envelope, id: newId(), aggregateversion: 4, data: { counterId, count: 4 } });
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1, 3, 4]));
});

test('the last event of an aggregate, discarded, is known when it comes again', async () => {
  const { counterId, id, row } = await aDeadCount(1);
  await discard(id);
  forbid();
  await republish(counting.nats, row.envelope);
  await republish(counting.nats, { ...row.envelope, id: newId(), aggregateversion: 2, data: { counterId, count: 2 } });
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([2]));
});

test('who redrives and who discards stands in the audit log, once for each time that something was done', async () => {
  const { id, row } = await aDeadCount(1);
  await redrive(id, 'staff:1');
  await redrive(id, 'operator:bob');
  await discard(id, 'nobody needs it', 'staff:2');
  await discard(id, 'nobody needs it', 'staff:3');
  const entries = await counting.em.execute<{ entry: string }[]>(
    `select concat_ws(' ', actor, action, reason) as entry from audit_entry where subject = ? order by id`,
    [`dead-letter:${row.id}`],
  );
  expect(entries.map(({ entry }) => entry)).toEqual([
    'staff:1 dead-letter.redriven',
    'operator:bob dead-letter.redriven',
    'staff:2 dead-letter.discarded nobody needs it',
  ]);
});

test('of those that waited for a discarded event, the one that fails is a dead letter', async () => {
  const { counterId, id } = await aDeadCount(1, 2);
  forbid(2);
  expect((await discard(id))?.deadLetter?.status).toBe('DISCARDED');
  expect(await counting.rowsOf('dead_letter', counterId)).toMatchObject([{ status: 'DISCARDED' }, { status: 'DEAD' }]);
});

test.each(['', '  ', 'x'.repeat(501)])('a reason is needed, and of a sensible length', async (reason) => {
  const { counterId, id } = await aDeadCount(1, 2);
  forbid();
  expect(refusalOf(await discard(id, reason))).toBe('INVALID_REASON');
  expect(await counting.rowsOf('dead_letter', counterId)).toMatchObject([{ status: 'DEAD' }]);
  expect(await counting.heardOf(counterId)).toEqual([]);
});

test('what was handled after all cannot be discarded', async () => {
  const { id } = await aDeadCount(1);
  forbid();
  await redrive(id);
  expect(refusalOf(await discard(id))).toBe('INVALID_STATE_TRANSITION');
});

test('an event whose predecessors have not arrived is not discarded, and waits for them when it is redriven', async () => {
  const { id, counterId, row } = await aDeadCount(1);
  forbid();
  await counting.em.execute('update dead_letter set version = 2, envelope = ? where id = ?', [
    JSON.stringify({ ...row.envelope, aggregateversion: 2, data: { counterId, count: 2 } }),
    row.id,
  ]);
  expect(refusalOf(await discard(id))).toBe('INVALID_STATE_TRANSITION');
  expect(await redrive(id)).toMatchObject({ deadLetter: { status: 'DEAD', redrives: 1 }, refusal: null });
  await republish(counting.nats, { ...row.envelope, id: newId() });
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1, 2]));
  expect(await counting.rowsOf('dead_letter', counterId)).toMatchObject([{ status: 'REDRIVEN' }]);
});

test('an event that was passed because another version of it was handled can only be discarded', async () => {
  const { id, counterId } = await aDeadCount(1, 2);
  forbid();
  await counting.em.execute('update consumer_position set version = 2 where aggregate_id = ?', [counterId]);
  expect(refusalOf(await redrive(id))).toBe('INVALID_STATE_TRANSITION');
  expect((await discard(id))?.deadLetter?.status).toBe('DISCARDED');
});

test('what nobody takes any more can only be discarded', async () => {
  const { id, row } = await aDeadCount(1);
  await counting.em.execute(`update dead_letter set consumer = 'listeners-gone-counter' where id = ?`, [row.id]);
  expect(refusalOf(await redrive(id))).toBe('INVALID_STATE_TRANSITION');
  expect((await discard(id))?.deadLetter?.status).toBe('DISCARDED');
});

test('a message that is no event can be seen and discarded', async () => {
  const { seq } = await counting.nats.jetstream().publish(countedV1.type, Buffer.from('{"half a', 'utf8'));
  const [letter] = await eventually(async () => {
    const rows = await counting.em.execute<Row[]>('select id from dead_letter where stream_sequence = ?', [seq]);
    expect(rows).toHaveLength(1);
    return rows;
  });
  const id = `listeners-${letter?.id}`;
  expect(await showDeadLetter(counting.ask, subgraphs, id)).toMatchObject({ content: '{"half a', eventId: null });
  expect(refusalOf(await redrive(id))).toBe('INVALID_STATE_TRANSITION');
  expect((await discard(id))?.deadLetter?.status).toBe('DISCARDED');
});

test('dead letters are listed newest first, page by page, by what they have in common', async () => {
  const dead = [await aDeadCount(1), await aDeadCount(1), await aDeadCount(1)];
  const { fingerprint } = (await showDeadLetter(counting.ask, subgraphs, dead[0]?.id ?? '')) ?? {};
  const filter = { consumer, fingerprint, status: 'DEAD' as const };
  const first = await listDeadLetters(counting.ask, subgraphs, { filter, limit: 2 });
  const last = first.deadLetters.at(-1);
  const second = await listDeadLetters(counting.ask, subgraphs, { filter, after: last, limit: 1 });
  const ids = [...first.deadLetters, ...second.deadLetters].map(({ id }) => id);
  expect(ids).toEqual(dead.map(({ id }) => id).reverse());
  const none = await listDeadLetters(counting.ask, subgraphs, { filter: { consumer: 'nobody' }, limit: 2 });
  expect(none).toEqual({ deadLetters: [], unavailable: [] });
});

test('a subgraph that is away is named, and those that are there are listed all the same', async () => {
  const { id } = await aDeadCount(1);
  const { deadLetters, unavailable } = await listDeadLetters(counting.ask, ['absent', 'listeners'], {
    filter: {},
    limit: 1,
  });
  expect([deadLetters.map((letter) => letter.id), unavailable]).toEqual([[id], ['absent']]);
  await expect(redriveDeadLetter(counting.ask, ['absent'], { id: 'absent-1', by: 'alice' })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
});

test.each(['listeners-9000000', 'listeners-0', 'nobody-1', 'nonsense', ''])(
  'there is no dead letter "%s"',
  async (id) => {
    expect(await showDeadLetter(counting.ask, subgraphs, id)).toBeNull();
    for (const verdict of [await redrive(id), await discard(id)])
      expect(verdict?.refusal?.code ?? 'NOT_FOUND').toBe('NOT_FOUND');
  },
);
