import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Plan, readPlan } from '../plan/plan.js';
import { Progress } from '../report/progress.js';
import type { ChaosOutcome } from '../run/chaos-outcome.js';
import { shrinkPlan } from './shrink-plan.js';

const plan: Plan = {
  seed: '1',
  minutes: 1,
  ordersPerSecond: 1,
  commit: 'unknown',
  faults: [1, 2, 3, 4, 5, 6].map((id) => ({
    id,
    kind: 'kill-process',
    target: 'orders',
    atMs: id * 1_000,
    durationMs: 1_000,
    detail: {},
  })),
};

class SilentProgress extends Progress {
  override note(): void {}
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souk-shrink-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The part of an outcome that shrinking looks at. */
function outcomeOf(plan: Plan, ...broken: string[]): ChaosOutcome {
  const violations = broken.map((invariant) => ({ invariant, sentence: 'It broke.', evidence: {} }));
  return { plan, folder, violations } as unknown as ChaosOutcome;
}

test('a fault that breaks something only every third time is found, and written down', async () => {
  let runs = 0;
  const { file, invariants } = await shrinkPlan(
    plan,
    async (part) => {
      runs += 1;
      const isBroken = part.faults.some(({ id }) => id === 4) && runs % 3 === 0;
      return outcomeOf(part, ...(isBroken ? ['I3'] : []));
    },
    new SilentProgress(),
  );
  expect(invariants).toEqual(['I3']);
  expect(readPlan(file).faults.map(({ id }) => id)).toEqual([4]);
});

test('another thing that breaks does not count', async () => {
  const { plan: smallest } = await shrinkPlan(
    plan,
    async (part) => {
      const ids = part.faults.map(({ id }) => id);
      return outcomeOf(part, ...(ids.includes(2) && ids.includes(5) ? ['I1'] : ['I13']).slice(0, ids.length));
    },
    new SilentProgress(),
  );
  expect(smallest.faults.map(({ id }) => id)).toEqual([2, 5]);
});

test('a plan that breaks nothing cannot be made smaller', async () => {
  const shrinking = shrinkPlan(plan, async (part) => outcomeOf(part), new SilentProgress());
  await expect(shrinking).rejects.toThrow(/broke nothing in 3 runs/);
});
