import { expect, test } from '@jest/globals';
import { faultPoints } from '@souk/kit/faults';
import { Random } from '../random.js';
import { faultKind, faultNames } from './fault-table.js';
import { hostsOf } from './hit-fault-point.js';
import { mortalParts } from './targets.js';

const draws = 200;

test.each(faultNames)('%s is drawn complete: what it happens to, for how long', (name) => {
  const random = new Random(name);
  for (let drawn = 0; drawn < draws; drawn += 1) {
    const { target, durationMs } = faultKind(name).draw({ random });
    expect(target).toMatch(/\w/);
    expect(durationMs).toBeGreaterThan(0);
    expect(Number.isInteger(durationMs)).toBe(true);
  }
});

test('an unknown kind is refused, with those that there are', () => {
  expect(() => faultKind('earthquake')).toThrow(/There is no kind of fault earthquake; there are kill-server/);
});

test.each(faultPoints)('%s is in a process that may die', (point) => {
  expect(hostsOf(point).length).toBeGreaterThan(0);
  expect(mortalParts).toEqual(expect.arrayContaining([...hostsOf(point)]));
});
