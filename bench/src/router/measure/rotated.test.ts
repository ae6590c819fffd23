import { expect, test } from '@jest/globals';
import { rotated } from './rotated.js';

test('each round begins with another one, and all come', () => {
  expect([0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
});

test('of nothing there is nothing', () => {
  expect(rotated([], 3)).toEqual([]);
});
