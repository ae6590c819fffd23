import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Skips } from './skips.js';

let batches: number[][];
let skips: Skips<number>;

beforeEach(() => {
  jest.useFakeTimers();
  batches = [];
  const skip = (events: readonly number[]) => {
    batches.push([...events]);
    return Promise.resolve();
  };
  skips = new Skips({ skip, lingerMs: 50, mostAtOnce: 3 });
});
afterEach(() => {
  jest.useRealTimers();
});

test('what comes while one waits is passed over with it', async () => {
  const added = [skips.add(1)];
  jest.advanceTimersByTime(49);
  added.push(skips.add(2));
  expect(batches).toEqual([]);
  jest.advanceTimersByTime(1);
  await Promise.all(added);
  expect(batches).toEqual([[1, 2]]);
});

test('whoever is waited for does not wait, nor a second time', async () => {
  const hurried = skips.add(1);
  skips.hurry();
  await hurried;
  const added = skips.add(2);
  jest.advanceTimersByTime(50);
  await added;
  skips.hurry();
  expect(batches).toEqual([[1], [2]]);
});

test('more than may be at once is passed over in several', async () => {
  const added = [1, 2, 3, 4].map((event) => skips.add(event));
  jest.advanceTimersByTime(50);
  await Promise.all(added);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});
