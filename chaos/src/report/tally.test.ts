import { expect, test } from '@jest/globals';
import { summarize } from '@souk/bench/measure/percentiles';
import { addTallies, summarizeTally, tallyOf } from './tally.js';

test('percentiles over several runs are those of all their durations together', () => {
  const first = Array.from({ length: 150 }, (_, index) => index * 3);
  const second = [7, 7, 7, 2_000, 1];
  const together = summarizeTally(addTallies([tallyOf(first), tallyOf(second)]));
  expect(together).toEqual(summarize([...first, ...second]));
});

test('where nothing was measured there is no figure', () => {
  expect(summarizeTally(addTallies([]))).toBeNull();
});
