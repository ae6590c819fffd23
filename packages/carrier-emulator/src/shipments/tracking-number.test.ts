import { expect, test } from '@jest/globals';
import { checkDigit, newTrackingNumber } from './tracking-number.js';

test('carries a check digit that postal services would accept', () => {
  expect(checkDigit([4, 7, 3, 1, 2, 4, 8, 2])).toBe(9);
  expect(newTrackingNumber()).toMatch(/^SK\d{9}EM$/);
});
