import { expect, test } from '@jest/globals';
import { workThrough } from './work-through.js';

/** So many pieces, and how many of them were under way at most. */
function aPileOf(count: number, perform: (piece: number) => Promise<void> = async () => {}) {
  const waiting = Array.from({ length: count }, (_, index) => index);
  const seen = { underWay: 0, atMost: 0, done: [] as number[] };
  const pile = {
    claim: async (limit: number) => waiting.splice(0, limit),
    perform: async (piece: number) => {
      seen.underWay += 1;
      seen.atMost = Math.max(seen.atMost, seen.underWay);
      await perform(piece).finally(() => {
        seen.underWay -= 1;
      });
      seen.done.push(piece);
    },
    ...{ atOnce: 3, claimSize: 2, most: 10 },
  };
  return { pile, seen, waiting };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('everything that is due is done, so many pieces at once', async () => {
  const { pile, seen } = aPileOf(7, turn);
  expect(await workThrough(pile)).toBe(false);
  expect(seen.done.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(seen.atMost).toBe(3);
});

test('those behind a slow one go on', async () => {
  const slow = Promise.withResolvers<void>();
  const { pile, seen } = aPileOf(6, (piece) => (piece === 0 ? slow.promise : Promise.resolve()));
  const working = workThrough(pile);
  while (seen.done.length < 5) await turn();
  slow.resolve();
  await working;
  expect(seen.done.at(-1)).toBe(0);
});

test('enough is enough, and it says that there may be more', async () => {
  const { pile, waiting } = aPileOf(25);
  expect(await workThrough(pile)).toBe(true);
  expect(waiting).toHaveLength(15);
});

test('after a failure nothing more is claimed, and what is under way is waited for', async () => {
  const { pile, seen, waiting } = aPileOf(9, async (piece) => {
    if (piece === 0) throw new Error('broken');
    await turn();
  });
  await expect(workThrough(pile)).rejects.toThrow('broken');
  expect(seen.underWay).toBe(0);
  expect(waiting.length).toBeGreaterThan(0);
});

test('a claim that fails lets what is under way come to its end', async () => {
  const { pile, seen } = aPileOf(4, turn);
  const { claim } = pile;
  let claims = 0;
  pile.claim = async (limit) => {
    claims += 1;
    if (claims === 2) throw new Error('no database');
    return claim(limit);
  };
  await expect(workThrough(pile)).rejects.toThrow('no database');
  expect(seen.done.toSorted()).toEqual([0, 1]);
});
