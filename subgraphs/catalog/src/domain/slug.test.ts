import { expect, test } from '@jest/globals';
import { freeSlug, plainLetters, slugOf } from './slug.js';

test.each([
  ['Last One Lamp', 'last-one-lamp'],
  ['Crème Brûlée Dish', 'creme-brulee-dish'],
  ["Women's  Größe: XL / Øre", 'womens-grosse-xl-ore'],
  ['  --Mug--  ', 'mug'],
  ['茶碗', 'product'],
])('the slug of "%s" is %s', (title, slug) => {
  expect(slugOf(title, 'product')).toBe(slug);
});

test('a long slug is cut at a word', () => {
  const slug = slugOf('a very long title '.repeat(10), 'product');
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).toMatch(/-(a|very|long|title)$/);
});

test('a long word is cut where it must be', () => {
  expect(slugOf('x'.repeat(200), 'product')).toHaveLength(80);
});

test('a slug that is taken gets the first free number', () => {
  expect(freeSlug('mug', new Set())).toBe('mug');
  expect(freeSlug('mug', new Set(['mug', 'mug-2', 'mug-4']))).toBe('mug-3');
});

test('letters lose their marks, not their place', () => {
  expect(plainLetters('Łódź ÇA')).toBe('lodz ca');
});
