import { expect, test } from '@jest/globals';
import { describeGoal, isMet } from './goals.js';

const goal = { name: 'PAID p95', measured: 399.96, atMost: 400, unit: 'ms' };

test('a goal is met up to its very figure', () => {
  expect(isMet({ ...goal, measured: 400 })).toBe(true);
  expect(isMet({ ...goal, measured: 400.01 })).toBe(false);
});

test('a figure that must be reached is met from there on', () => {
  const least = { name: 'stock against ours', measured: 12, atLeast: 12, unit: '×' };
  expect(isMet(least)).toBe(true);
  expect(isMet({ ...least, measured: 11.99 })).toBe(false);
  expect(isMet({ ...least, measured: null })).toBe(false);
  expect(describeGoal(least)).toBe('met     stock against ours: 12 ×, goal at least 12 ×');
});

test('what was not measured is not met', () => {
  expect(isMet({ ...goal, measured: null })).toBe(false);
});

test('a goal is told with its figure, its limit and what became of it', () => {
  expect(describeGoal(goal)).toBe('met     PAID p95: 400 ms, goal at most 400 ms');
  expect(describeGoal({ ...goal, measured: 412.34 })).toBe('MISSED  PAID p95: 412.3 ms, goal at most 400 ms');
  expect(describeGoal({ ...goal, measured: null })).toBe('MISSED  PAID p95: not measured, goal at most 400 ms');
});
