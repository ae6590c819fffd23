import { expect, test } from '@jest/globals';
import { addUp, RecoveryTimes } from './recovery-times.js';

test('what several kills came to is added up from each of them', () => {
  const orders = { component: 'orders', ms: [1_000, 3_000], times: 2, p50Ms: 1_000, p95Ms: 3_000, maxMs: 3_000 };
  const redis = { component: 'redis', ms: [2_000], times: 1, p50Ms: 2_000, p95Ms: 2_000, maxMs: 2_000 };
  expect(
    addUp('all', [
      { ...orders, unfinished: 0 },
      { ...redis, unfinished: 1 },
    ]),
  ).toEqual({
    component: 'all',
    ms: [1_000, 3_000, 2_000],
    times: 3,
    p50Ms: 2_000,
    p95Ms: 3_000,
    maxMs: 3_000,
    unfinished: 1,
  });
});

test('recovery is what passes until the first answer', async () => {
  const answers = [false, false, true];
  const times = new RecoveryTimes(() => () => Promise.resolve(answers.shift() ?? true), new AbortController().signal);
  times.measure('orders');
  await times.settle();
  const [orders] = times.summary();
  expect(orders).toMatchObject({ component: 'orders', times: 1, unfinished: 0 });
  expect(answers).toEqual([]);
  expect(orders?.ms).toEqual([orders?.maxMs]);
});
