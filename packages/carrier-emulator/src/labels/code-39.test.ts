import { expect, test } from '@jest/globals';
import { code39 } from './code-39.js';

test('draws five bars per character between a start and a stop sign', () => {
  const { bars, width } = code39('1');
  expect(bars).toHaveLength(15);
  expect(bars.slice(5, 10).map((bar) => bar.width)).toEqual([2.5, 1, 1, 1, 2.5]);
  expect(width).toBe(3 * 13.5 + 2);
});

test('gives every character of tracking numbers a sign of its own', () => {
  const signs = [...'0123456789SKEM'].map((character) => JSON.stringify(code39(character)));
  expect(new Set(signs).size).toBe(14);
});

test('knows no other characters', () => {
  expect(() => code39('é')).toThrow(RangeError);
});
