import { expect, test } from '@jest/globals';
import { summarize } from './percentiles.js';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('each figure is the smallest duration that so many per cent do not exceed', () => {
  expect(summarize(upTo(100))).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 });
  expect(summarize(upTo(10))).toEqual({ count: 10, p50: 5, p95: 10, p99: 10, max: 10 });
});

test('durations need not come in order, and stay as they were', () => {
  const durations = [9, 100, 1];
  expect(summarize(durations)).toEqual({ count: 3, p50: 9, p95: 100, p99: 100, max: 100 });
  expect(durations).toEqual([9, 100, 1]);
});

test('one duration is every figure, and none has no figures', () => {
  expect(summarize([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
  expect(summarize([])).toBeNull();
});
