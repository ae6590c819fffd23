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
let alarms: { code?: string; aggregateId?: string }[];

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

/** As if the parked had been waiting for longer than a minute. */
async function aMinuteLater(): Promise<void> {
  await counting.em.execute(`update inbox_parked set parked_at = parked_at - interval '61 seconds'`);
  await lookForGaps();
}

function lookForGaps(): Promise<void> {
  const logger = createLogger('test', 'error', { write: (line) => alarms.push(JSON.parse(line)) });
  const { em, ask } = counting;
  return closeGaps({ em, ask, logger, inboxOf: (name) => counting.listener.inboxOf(name) });
}

const alarmsOf = (counterId: string) =>
  alarms.filter(({ aggregateId }) => aggregateId === counterId).map(({ code }) => code);

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
  await aMinuteLater();
  expect(alarmsOf(counterId)).toEqual(['EVENT_GAP']);
  await eventually(async () => expect(await counting.heardOf(counterId)).toEqual([1, 2, 3, 4]));
  expect(await counting.rowsOf('inbox_parked', counterId)).toEqual([]);
});

test('what waits for nothing any more, and nobody brings, is handled', async () => {
  const counterId = await counting.publish(1, 3, 4);
  await eventually(async () => expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(2));
  await counting.em.execute('update consumer_position set version = 2 where aggregate_id = ?', [counterId]);
  await aMinuteLater();
  expect(await counting.heardOf(counterId)).toEqual([1, 3, 4]);
});

test('what waits for nothing any more and cannot be handled stays parked, or is buried when that is hopeless', async () => {
  const counterId = await counting.publish(2);
  await eventually(async () => expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(1));
  await counting.em.execute('update consumer_position set version = 1 where aggregate_id = ?', [counterId]);
  counting.failure = () => {
    throw new Error('not now');
  };
  await aMinuteLater();
  expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(1);
  counting.failure = () => {
    throw new Forbidden('never');
  };
  await counting.em.execute('update inbox_parked set alarmed_at = null');
  await lookForGaps();
  expect(await counting.rowsOf('inbox_parked', counterId)).toEqual([]);
  expect(await counting.rowsOf('dead_letter', counterId)).toMatchObject([{ status: 'DEAD', error_message: 'never' }]);
});

test('a gap that nobody can close is told of again every five minutes', async () => {
  const counterId = await counting.publish(2);
  await eventually(async () => expect(await counting.rowsOf('inbox_parked', counterId)).toHaveLength(1));
  await aMinuteLater();
  await lookForGaps();
  expect(alarmsOf(counterId)).toEqual(['EVENT_GAP', 'EVENT_GAP_STAYS']);
  await counting.em.execute(`update inbox_parked set alarmed_at = alarmed_at - interval '5 minutes'`);
  await lookForGaps();
  expect(alarmsOf(counterId)).toHaveLength(4);
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
  await aMinuteLater();
  expect(alarmsOf(counterId)).toEqual([]);
});
