import { expect, test } from '@jest/globals';
import type { Draw } from '../buckets/bucket.js';
import { LocalBuckets } from '../buckets/local-buckets.js';
import { Budgets } from './budgets.js';

const size = { capacity: 100, perSecond: 10 };

/** Two routers over the same buckets. */
function open() {
  const clock = { nowMs: 1_000 };
  const now = () => clock.nowMs;
  const kept = new LocalBuckets(now);
  const draws: Draw[] = [];
  const shared = {
    isAway: false,
    draw: async (asked: readonly Draw[]) => {
      if (shared.isAway) throw new Error('away');
      draws.push(...asked);
      return kept.draw(asked);
    },
  };
  return { clock, shared, draws, here: new Budgets(shared, now), there: new Budgets(shared, now) };
}

test('while there is plenty nobody is asked, and what was spent is told in one', async () => {
  const { here, draws } = open();
  expect(here.spend('a', size, 20)).toEqual({ isAllowed: true, left: 80, retryAfterMs: 0 });
  expect(here.spend('a', size, 20)).toMatchObject({ left: 60 });
  expect(draws).toEqual([]);
  await here.tell();
  expect(draws).toMatchObject([{ key: 'a', amount: 0, owed: 40 }]);
});

test('when less than half is left, it is asked for, with what is owed', async () => {
  const { here, draws } = open();
  await here.spend('a', size, 45);
  expect(await here.spend('a', size, 45)).toEqual({ isAllowed: true, left: 10, retryAfterMs: 0 });
  expect(draws).toMatchObject([{ amount: 45, owed: 45 }]);
  expect(await here.spend('a', size, 45)).toEqual({ isAllowed: false, left: 10, retryAfterMs: 3_500 });
});

test('what was spent elsewhere is known once it was told', async () => {
  const { here, there } = open();
  await here.spend('a', size, 60);
  await there.spend('a', size, 1);
  await there.tell();
  expect(await there.spend('a', size, 45)).toMatchObject({ isAllowed: false, left: 39 });
});

test('together routers overspend by at most half a bucket each, and it is paid back', async () => {
  const { clock, here, there } = open();
  let spent = 0;
  for (const router of [here, there]) {
    for (let n = 0; n < 40; n += 1) if ((await router.spend('a', size, 5)).isAllowed) spent += 5;
  }
  expect(spent).toBeLessThanOrEqual(100 + 50);
  await Promise.all([here.tell(), there.tell()]);
  clock.nowMs += 1_000 * ((spent - 100) / 10);
  expect(await here.spend('a', size, 1)).toMatchObject({ isAllowed: false });
});

test('when the others cannot be reached, each counts for itself', async () => {
  const { here, shared } = open();
  shared.isAway = true;
  await here.spend('a', size, 45);
  await here.tell();
  expect(await here.spend('a', size, 50)).toMatchObject({ isAllowed: true, left: 5 });
  expect(await here.spend('a', size, 50)).toMatchObject({ isAllowed: false, left: 5, retryAfterMs: 4_500 });
});

test('a router that is alone asks nobody', () => {
  const alone = new Budgets(undefined, () => 0);
  expect(alone.spend('a', size, 90)).toMatchObject({ isAllowed: true, left: 10 });
  expect(alone.spend('a', size, 90)).toEqual({ isAllowed: false, left: 10, retryAfterMs: 8_000 });
});
