import { expect, test } from '@jest/globals';
import { usualRate } from './usual-rate.js';

test('the usual rate is six tenths of what the machine takes, and fifteen at most', () => {
  expect(usualRate({ saturation: 4.49 })).toBe(2.7);
  expect(usualRate({ saturation: 4.49 }, 0.3)).toBe(1.4);
  expect(usualRate({ saturation: 100 })).toBe(15);
});

test('what somebody says is done', () => {
  expect(usualRate({ saturation: null, ordersPerSecond: 20 })).toBe(20);
});

test('without a word or a measurement nobody can know', () => {
  expect(() => usualRate({ saturation: null })).toThrow('Measure latency first');
});
