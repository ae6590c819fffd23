import { expect, test } from '@jest/globals';
import { closedLoop } from './closed-loop.js';

const never = 60_000;
const ignore = () => {};

test('so many customers are busy at a time, and no more', async () => {
  let busy = 0;
  let most = 0;
  const operate = async () => {
    most = Math.max(most, ++busy);
    await new Promise(setImmediate);
    busy--;
    return { step: 1 };
  };
  const { operations } = await closedLoop({ customers: 3, forMs: never, atMost: 12 }, operate, ignore);
  expect(operations).toHaveLength(12);
  expect(most).toBe(3);
});

test('each operation has a number of its own', async () => {
  const turns: number[] = [];
  const operate = (turn: number) => {
    turns.push(turn);
    return Promise.resolve({});
  };
  await closedLoop({ customers: 2, forMs: never, atMost: 5 }, operate, ignore);
  expect(turns).toEqual([0, 1, 2, 3, 4]);
});

test('time ends the load, and what was begun is finished', async () => {
  const operate = () => new Promise<{ step: number }>((resolve) => setTimeout(() => resolve({ step: 1 }), 30));
  const { operations, elapsedMs } = await closedLoop({ customers: 1, forMs: 10, atMost: 1_000 }, operate, ignore);
  expect(operations).toEqual([{ step: 1 }]);
  expect(elapsedMs).toBeGreaterThanOrEqual(29);
});

test('failures are kept, and many of them end the load', async () => {
  const operate = () => Promise.reject(new Error('no stock'));
  const { operations, failures } = await closedLoop({ customers: 1, forMs: never, atMost: 1_000 }, operate, ignore);
  expect(operations).toEqual([]);
  expect(failures).toHaveLength(20);
});
