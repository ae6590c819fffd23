import { expect, test } from '@jest/globals';
import { LocalBuckets } from './local-buckets.js';

const size = { capacity: 5, perSecond: 1 };

function open() {
  const clock = { nowMs: 1_000 };
  return { clock, buckets: new LocalBuckets(() => clock.nowMs) };
}

test('what a full bucket holds can be taken at once, and then comes back evenly', async () => {
  const { clock, buckets } = open();
  expect(await buckets.draw([{ key: 'a', size, amount: 5 }])).toEqual({ isTaken: true, retryAfterMs: 0, left: [0] });
  expect(await buckets.draw([{ key: 'a', size, amount: 2 }])).toEqual({
    isTaken: false,
    retryAfterMs: 2_000,
    left: [0],
  });
  clock.nowMs += 2_000;
  expect(await buckets.draw([{ key: 'a', size, amount: 2 }])).toMatchObject({ isTaken: true, left: [0] });
  clock.nowMs += 60_000;
  expect(await buckets.draw([{ key: 'a', size, amount: 1 }])).toMatchObject({ left: [4] });
});

test('of several buckets all are drawn from, or none', async () => {
  const { buckets } = open();
  await buckets.draw([{ key: 'a', size, amount: 5 }]);
  const refused = await buckets.draw([
    { key: 'a', size, amount: 1 },
    { key: 'b', size, amount: 1 },
  ]);
  expect(refused).toEqual({ isTaken: false, retryAfterMs: 1_000, left: [0, 5] });
});

test('a debt is written down whatever is left, and fills up first', async () => {
  const { clock, buckets } = open();
  expect(await buckets.draw([{ key: 'a', size, amount: 0, owed: 8 }])).toMatchObject({ left: [-3] });
  expect(await buckets.draw([{ key: 'a', size, amount: 1 }])).toMatchObject({ isTaken: false, retryAfterMs: 4_000 });
  clock.nowMs += 4_000;
  expect(await buckets.draw([{ key: 'a', size, amount: 1 }])).toMatchObject({ isTaken: true });
});
