import { expect, test } from '@jest/globals';
import { type FaultPoint, faultPoints } from '@souk/kit/faults';
import fc from 'fast-check';
import { faultKind } from '../faults/fault-table.js';
import { hostsOf } from '../faults/hit-fault-point.js';
import { planFaults } from './plan-faults.js';
import type { PlannedFault } from './planned-fault.js';

const runs = fc.record({ seed: fc.string({ minLength: 1 }), durationMs: fc.integer({ min: 20_000, max: 300_000 }) });

test('the same seed gives the same plan', () => {
  fc.assert(
    fc.property(runs, ({ seed, durationMs }) => {
      expect(planFaults(seed, durationMs)).toEqual(planFaults(seed, durationMs));
    }),
  );
});

test('another seed gives another plan', () => {
  fc.assert(
    fc.property(runs, ({ seed, durationMs }) => {
      expect(planFaults(seed, durationMs)).not.toEqual(planFaults(`${seed}!`, durationMs));
    }),
  );
});

test('never are there more than three faults at once, nor two of one thing', () => {
  fc.assert(
    fc.property(runs, ({ seed, durationMs }) => {
      const faults = planFaults(seed, durationMs);
      for (const { atMs } of faults) {
        const underWay = faults.filter((other) => other.atMs <= atMs && other.atMs + other.durationMs > atMs);
        expect(underWay.length).toBeLessThanOrEqual(3);
        expect(new Set(underWay.map(({ target }) => target)).size).toBe(underWay.length);
      }
    }),
  );
});

test('a server has a fault in every twenty seconds', () => {
  fc.assert(
    fc.property(runs, ({ seed, durationMs }) => {
      const moments = planFaults(seed, durationMs)
        .filter(isOfServer)
        .map(({ atMs }) => atMs);
      const marks = [0, ...moments, durationMs];
      for (const [index, mark] of marks.slice(1).entries())
        expect(mark - (marks[index] ?? 0)).toBeLessThanOrEqual(20_000);
    }),
  );
});

test('fault points go round: with twenty seeds in a row each has its turn nine times', () => {
  const seeds = Array.from({ length: 20 }, (_none, index) => String(index + 1));
  const turns = seeds.flatMap((seed) => pointsOf(planFaults(seed, 90_000)));
  for (const point of faultPoints) expect(turns.filter((each) => each === point).length).toBeGreaterThanOrEqual(9);
});

test('no process is told of another point while it may still wait for the last one, where another could be told', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const faults = planFaults(String(seed), 90_000).filter(({ kind }) => kind === 'fault-point');
    for (const [index, { target, detail }] of faults.entries()) {
      if (hostsOf(detail['point'] as FaultPoint).length === 1) continue;
      expect(faults.slice(Math.max(0, index - 2), index).map((before) => before.target)).not.toContain(target);
    }
  }
});

test('only the fault points that are asked for have their turn, each before one comes again', () => {
  const chosen = fc.uniqueArray(fc.constantFrom(...faultPoints), { minLength: 1 });
  fc.assert(
    fc.property(runs, chosen, ({ seed, durationMs }, points) => {
      const turns = pointsOf(planFaults(seed, durationMs, { faultPoints: points }));
      expect(new Set(turns).size).toBe(Math.min(turns.length, points.length));
      for (const point of turns) expect(points).toContain(point);
    }),
  );
});

test('of what else can go wrong, only the kinds that are asked for are drawn', () => {
  const kinds = new Set(planFaults('1', 300_000, { kinds: ['wrong-clock', 'mail-refused'] }).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['fault-point', 'freeze-server', 'kill-server', 'mail-refused', 'wrong-clock']);
});

test('every fault is over when the time is, in the order of its number, and of a kind that there is', () => {
  fc.assert(
    fc.property(runs, ({ seed, durationMs }) => {
      const faults = planFaults(seed, durationMs);
      expect(faults.map(({ id }) => id)).toEqual(faults.map((_fault, index) => index + 1));
      for (const { kind, atMs, durationMs: lasts } of faults) {
        expect(atMs + lasts).toBeLessThanOrEqual(durationMs);
        expect(lasts).toBeGreaterThan(0);
        expect(faultKind(kind)).toBeDefined();
      }
    }),
  );
});

function pointsOf(faults: readonly PlannedFault[]): unknown[] {
  return faults.filter(({ kind }) => kind === 'fault-point').map(({ detail }) => detail['point']);
}

function isOfServer({ kind }: PlannedFault): boolean {
  return kind.endsWith('-server');
}
