import { expect, test } from '@jest/globals';
import { aSlice } from '../../../test/builders/a-slice.js';
import { cpuRatio, cpuRatioOfMix, median } from './compare.js';

const sides = { greater: 'stock', lesser: 'router' } as const;

test('the median is the figure in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(3);
  expect(median([])).toBeNull();
});

test('each round is compared with itself, and the median of that counts', () => {
  const slices = [
    ...[4, 30, 8].map((cpuMs, round) => aSlice({ peer: 'stock', round, cpuMs })),
    ...[2, 3, 4].map((cpuMs, round) => aSlice({ peer: 'router', round, cpuMs })),
  ];
  expect(cpuRatio(slices, 'typical', sides)).toBe(2);
});

test('other operations and rounds of only one of them do not count', () => {
  const slices = [
    aSlice({ peer: 'stock', round: 1, cpuMs: 6 }),
    aSlice({ peer: 'stock', round: 2, cpuMs: 100 }),
    aSlice({ peer: 'stock', round: 1, cpuMs: 100, operation: 'heavy' }),
    aSlice({ peer: 'router', round: 1, cpuMs: 2 }),
  ];
  expect(cpuRatio(slices, 'typical', sides)).toBe(3);
  expect(cpuRatio(slices, 'heavy', sides)).toBeNull();
});

test('in a mix each operation counts the same, whatever it costs', () => {
  const measured = [
    aSlice({ operation: 'small', peer: 'router', cpuMs: 1.3 }),
    aSlice({ operation: 'small', peer: 'stock', cpuMs: 1 }),
    aSlice({ operation: 'typical', peer: 'router', cpuMs: 22 }),
    aSlice({ operation: 'typical', peer: 'stock', cpuMs: 20 }),
    aSlice({ operation: 'heavy', peer: 'router', cpuMs: 100 }),
    aSlice({ operation: 'heavy', peer: 'stock', cpuMs: 125 }),
  ];
  const others = { greater: 'router', lesser: 'stock' } as const;
  expect(cpuRatioOfMix(measured, others)).toBeCloseTo((1.3 + 1.1 + 0.8) / 3);
  expect(cpuRatioOfMix(measured.slice(1), others)).toBeNull();
});
