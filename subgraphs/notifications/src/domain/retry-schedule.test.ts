import { expect, test } from '@jest/globals';
import { leaseMs, maxTries, pauseAfterTryMs } from './retry-schedule.js';

test('pauses grow twofold from five seconds', () => {
  expect([1, 2, 3, 4].map((tries) => pauseAfterTryMs(tries, 0))).toEqual([5_000, 10_000, 20_000, 40_000]);
});

test('chance shortens a pause by up to a half', () => {
  expect(pauseAfterTryMs(1, 0.5)).toBe(3_750);
  expect(pauseAfterTryMs(1, 0.999_999)).toBeGreaterThanOrEqual(2_500);
});

test('a message is tried for some hours, long enough for a mail server to be mended', () => {
  const pauses = Array.from({ length: maxTries - 1 }, (_, index) => pauseAfterTryMs(index + 1, 0));
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(2);
  expect(hours).toBeLessThan(4);
  expect(leaseMs).toBeGreaterThan(30_000);
});
