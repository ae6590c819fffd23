import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createLogger } from '../observability/index.js';
import { eventually } from '../testing/eventually.js';
import { startWorker, type Worker, type WorkerContext } from './worker.js';

const logger = createLogger('test', 'silent');
const context = () => ({}) as WorkerContext;

test('a worker goes on at once while there is more, and is woken by a commit when it wants to be', async () => {
  let rounds = 0;
  const worker: Worker = { name: 'count', everyMs: 60_000, wakeOnCommit: true, run: async () => ++rounds < 3 };
  const running = startWorker(worker, context, logger);
  await eventually(() => expect(rounds).toBe(3));
  running.wake();
  await eventually(() => expect(rounds).toBe(4));
  await running.stop();
});

test('a round that fails is not the last', async () => {
  let rounds = 0;
  const worker: Worker = {
    name: 'fail',
    everyMs: 1,
    run: async () => {
      rounds += 1;
      throw new Error('broken');
    },
  };
  const running = startWorker(worker, context, logger);
  await eventually(() => expect(rounds).toBeGreaterThan(2));
  await running.stop();
});

test('a worker that does not ask for it sleeps through commits', async () => {
  let rounds = 0;
  const running = startWorker({ name: 'sleep', everyMs: 60_000, run: async () => ++rounds < 0 }, context, logger);
  await eventually(() => expect(rounds).toBe(1));
  running.wake();
  await setImmediate();
  const roundsBeforeStop = rounds;
  await running.stop();
  expect(roundsBeforeStop).toBe(1);
});

test.each([
  ['an error', new Error('broken'), 50],
  ['a warning, while it is the database that is away', new Error('Connection terminated unexpectedly'), 40],
])('a round that fails is %s', async (_level, failure, level) => {
  const lines: string[] = [];
  const fails: Worker = { name: 'fail', everyMs: 60_000, run: () => Promise.reject(failure) };
  const running = startWorker(fails, context, pino({}, { write: (line) => lines.push(line) }));
  await running.stop();
  expect(lines.map((line) => JSON.parse(line).level)).toEqual([level]);
});
