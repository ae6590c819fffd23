import { expect, test } from '@jest/globals';
import { Histogram, Registry } from 'prom-client';
import { durationBuckets } from './duration-buckets.js';
import { createDurations } from './durations.js';

test('durations are told as a histogram of the library is', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  const [name, help, buckets] = ['took_seconds', 'How long.', durationBuckets];
  const durationsOf = createDurations({ name, help, labelName: 'what' }, ours);
  const histogram = new Histogram({ name, help, buckets, labelNames: ['what'], registers: [theirs] });
  for (const what of ['a "b"\n', 'c']) {
    for (const seconds of [0, 0.001, 0.0011, 0.3, 10, 11]) {
      durationsOf(what).observe(seconds);
      histogram.observe({ what }, seconds);
    }
  }
  const sorted = (text: string) => text.split('\n').sort();
  expect(sorted(await ours.metrics())).toEqual(sorted(await theirs.metrics()));
  expect((await ours.getMetricsAsJSON())[0]?.values).toHaveLength(2 * (buckets.length + 3));
});

test('what was never found is not told of', async () => {
  const registry = new Registry();
  createDurations({ name: 'took_seconds', help: 'How long.', labelName: 'what' }, registry);
  expect(await registry.metrics()).not.toContain('took_seconds_count');
});
