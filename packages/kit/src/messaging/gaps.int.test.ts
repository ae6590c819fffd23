import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Counting } from '../../test/counting.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { DomainError } from '../domain/index.js';
import { createLogger } from '../observability/index.js';
import { eventually } from '../testing/index.js';
import { closeGaps } from './index.js';

class Forbidden extends DomainError {
  readonly code = 'FORBIDDEN_COUNT';
}

let room: TestRoom;
let counting: Counting;
let alarms: { level: number; code?: string; aggregateId?: string }[];

beforeAll(async () => {
  room = await startTestRoom();
  counting = await Counting.start(room);
}, 60_000);
afterAll(async () => {
  await counting.stop();
  await room.stop();
});
beforeEach(() => {
  alarms = [];
  counting.failure = undefined;
});

/** As if that many seconds had passed for the parked, and for those who look for gaps. */
async function laterBy(seconds: number): Promise<void> {
  await counting.em.execute(
    `update inbox_parked set parked_at = parked_at - make_interval(secs => ?), alarmed_at = alarmed_at - make_interval(secs => ?)`,
    [seconds, seconds],
  );
  await lookForGaps();
}

function lookForGaps(): Promise<void> {
  const logger = createLogger('test', 'warn', { write: (line) => alarms.push(JSON.parse(line)) });
  const { em, ask } = counting;
  return closeGaps({ em, ask, logger, inboxOf: (name) => counting.listener.inboxOf(name) });
}

const levels: Record<number, string> = { 40: 'warn', 50: 'error' };

const alarmsOf = (counterId: string) =>
  alarms.filter(({ aggregateId }) => aggregateId === counterId).map(({ level, code }) => `${levels[level]} ${code}`);

test('an event that the stream lost is published again by its owner, and the gap closes by itself', async () => {
  await counting.stopListening();
  const counterId = await counting.countUp(4);
  await eventually(async () => {
    const rows = await counting.em.execute<{ published_at: string | null }[]>(
      'select published_at from outbox where aggregate_id = ?',
      [counterId],
    );
    expect(rows.every(({ published_at: publishedAt }) => publishedAt)).toBe(true);
  });
  const { streams } = await counting.nats.jetstreamManager();
  const { state } = await streams.info('COUNTERS');
  await streams.deleteMessage('COUNTERS', state.last_seq - 2);
  await counting.startListening();
  await eventually(async () => expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(2));
  await lookForGaps();
  expect(alarmsOf(counterId)).toEqual([]);
  await laterBy(15);
  expect(alarmsOf(counterId)).toEqual(['warn EVENT_GAP']);
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1, 2, 3, 4]));
  expect(await counting.rowsOf('inbox_parked', counterId)).toEqual([]);
});

test('what waits for nothing any more, and nobody brings, is handled', async () => {
  const counterId = await counting.publish(1, 3, 4);
  await eventually(async () => expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(2));
  await counting.em.execute('update consumer_position set version = 2 where aggregate_id = ?', [counterId]);
  await laterBy(60);
  expect(await counting.heardOf(counterId)).toEqual([1, 3, 4]);
});

test('what waits for nothing any more and cannot be handled stays parked, or is buried when that is hopeless', async () => {
  const counterId = await counting.publish(2);
  await eventually(async () => expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(1));
  await counting.em.execute('update consumer_position set version = 1 where aggregate_id = ?', [counterId]);
  counting.failure = () => {
    throw new Error('not now');
  };
  await laterBy(60);
  expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(1);
  counting.failure = () => {
    throw new Forbidden('never');
  };
  await laterBy(65);
  expect(await counting.rowsOf('inbox_parked', counterId)).toEqual([]);
  expect(await counting.rowsOf('dead_letter', counterId)).toMatchObject([{ status: 'DEAD', error_message: 'never' }]);
});

test('a gap that nobody can close is looked at again after twice the time, at the latest every five minutes, and is an error from its first minute on', async () => {
  const counterId = await counting.publish(2);
  await eventually(async () => expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(1));
  const looks: Record<number, string[]> = {};
  let age = 0;
  for (const next of [5, 16, 25, 34, 50, 70, 130, 142, 270, 286, 560, 575, 870, 877]) {
    alarms = [];
    await laterBy(next - age);
    age = next;
    if (alarmsOf(counterId).length > 0) looks[age] = alarmsOf(counterId);
  }
  const [quiet, loud] = ['warn', 'error'].map((level) => [`${level} EVENT_GAP`, `${level} EVENT_GAP_STAYS`]);
  expect(looks).toEqual({ 16: quiet, 34: quiet, 70: loud, 142: loud, 286: loud, 575: loud, 877: loud });
});

test('what waits behind a dead letter is no gap: it is up to somebody to redrive or discard that', async () => {
  counting.failure = () => {
    throw new Forbidden('never');
  };
  const counterId = await counting.publish(1, 2);
  await eventually(async () => {
    expect(await counting.rowsOf('dead_letter', counterId)).toHaveLength(1);
    expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(1);
  });
  await laterBy(60);
  expect(alarmsOf(counterId)).toEqual([]);
});
