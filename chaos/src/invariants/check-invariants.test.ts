import { expect, test } from '@jest/globals';
import { judge } from './check-invariants.js';
import type { Finding, Invariant, Scene } from './invariant.js';

const scene = {} as Scene;

function invariant(id: Invariant['id'], finding: Finding): Invariant {
  return { id, holds: 'Something holds.', check: async () => finding };
}

test('what breaks is told, under the number of what it breaks', async () => {
  const breach = { sentence: 'It is broken.', evidence: { row: 1 } };
  const { checks, violations } = await judge(
    [
      invariant('I1', { looked: { rows: 2 }, breaches: [] }),
      invariant('I2', { looked: { rows: 3 }, breaches: [breach], remarks: ['A remark.'] }),
    ],
    scene,
  );
  expect(violations).toEqual([{ invariant: 'I2', ...breach }]);
  expect(checks).toMatchObject([
    { id: 'I1', looked: { rows: 2 }, breaches: [] },
    { id: 'I2', remarks: ['A remark.'] },
  ]);
});

test('who has looked at nothing has proven nothing', async () => {
  const { violations } = await judge([invariant('I3', { looked: { orders: 0, rows: 0 }, breaches: [] })], scene);
  expect(violations).toMatchObject([{ invariant: 'I3', sentence: expect.stringContaining('nothing to look at') }]);
});
