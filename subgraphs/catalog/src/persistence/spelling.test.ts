import { expect, test } from '@jest/globals';
import { editDistance, nearestWords } from './spelling.js';

test.each([
  ['lamp', 'lamp', 0],
  ['lmap', 'lamp', 1],
  ['lap', 'lamp', 1],
  ['lampe', 'lamp', 1],
  ['limp', 'lamp', 1],
  ['', 'lamp', 4],
  ['headphnes', 'headphones', 1],
  ['kettle', 'settee', 2],
])('from "%s" to "%s" it is %i', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance);
});

test('the nearest word comes first, and at most three are offered', () => {
  const known = ['lamp', 'lamb', 'damp', 'limp', 'camp', 'stamp', 'lump'];
  expect(nearestWords('lamp', known, { isUnfinished: false })).toEqual(['lamp', 'camp', 'damp']);
});

test('short words forgive one slip, long ones two', () => {
  expect(nearestWords('mgu', ['mug', 'bag'], { isUnfinished: false })).toEqual(['mug']);
  expect(nearestWords('kyebaord', ['keyboard'], { isUnfinished: false })).toEqual(['keyboard']);
  expect(nearestWords('kyabaord', ['keyboard'], { isUnfinished: false })).toEqual([]);
});

test('a word that is still being typed is compared with beginnings', () => {
  expect(nearestWords('haedph', ['headphones'], { isUnfinished: true })).toEqual(['headphones']);
  expect(nearestWords('haedph', ['headphones'], { isUnfinished: false })).toEqual([]);
});
