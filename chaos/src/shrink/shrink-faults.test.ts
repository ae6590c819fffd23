import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shrinkFaults } from './shrink-faults.js';

const all = Array.from({ length: 40 }, (_, index) => index + 1);
const culprits = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 5 });

function failsWith(needed: readonly number[]) {
  const asked: string[] = [];
  const stillFails = async (candidate: readonly number[]) => {
    asked.push(candidate.join());
    return needed.every((fault) => candidate.includes(fault));
  };
  return { asked, stillFails };
}

test('exactly the faults are left that it takes', async () => {
  await fc.assert(
    fc.asyncProperty(culprits, async (needed) => {
      const { stillFails } = failsWith(needed);
      expect(await shrinkFaults(all, stillFails)).toEqual([...needed].sort((left, right) => left - right));
    }),
  );
});

test('where one of several is enough, one is left', async () => {
  const left = await shrinkFaults(all, async (candidate) => [3, 17, 30].some((fault) => candidate.includes(fault)));
  expect(left).toHaveLength(1);
});

test('no selection is tried twice, and one culprit of forty takes few tries', async () => {
  await fc.assert(
    fc.asyncProperty(culprits, async (needed) => {
      const { asked, stillFails } = failsWith(needed);
      await shrinkFaults(all, stillFails);
      expect(new Set(asked).size).toBe(asked.length);
      if (needed.length === 1) expect(asked.length).toBeLessThanOrEqual(14);
    }),
  );
});
