import { expect, test } from '@jest/globals';
import { Marks } from './marks.js';

test('what began before an event is old if it holds what the event tells of, whenever it is done', () => {
  const marks = new Marks();
  const before = marks.moment;
  marks.add(['Product:1', 'Product:2']);
  expect(marks.isCurrent(before, ['Product:1'])).toBe(false);
  expect(marks.isCurrent(before, ['Product:3', 'Product:2'])).toBe(false);
  expect(marks.isCurrent(before, ['Product:3'])).toBe(true);
  expect(marks.isCurrent(before, [])).toBe(true);
  expect(marks.isCurrent(marks.moment, ['Product:1'])).toBe(true);
});

test('when everything is old, so is what holds no entity', () => {
  const marks = new Marks();
  const before = marks.moment;
  marks.addAll();
  expect(marks.isCurrent(before, [])).toBe(false);
  expect(marks.isCurrent(marks.moment, [])).toBe(true);
});

test('marks are bounded: what began before the oldest that is remembered is old as a whole', () => {
  const marks = new Marks();
  const before = marks.moment;
  marks.add(['Product:first']);
  for (let n = 0; n < 100_000; n += 1) marks.add([`Product:${n}`]);
  expect(marks.isCurrent(before, ['Product:first'])).toBe(false);
  expect(marks.isCurrent(before, ['Product:never'])).toBe(false);
  expect(marks.isCurrent(marks.moment, ['Product:first', 'Product:99999'])).toBe(true);
});
