import { expect, test } from '@jest/globals';
import { mergeInto } from './merge.js';

function merged(target: Record<string, unknown>, source: Record<string, unknown>) {
  mergeInto(target, source);
  return target;
}

test('objects are merged part by part, plain values are replaced', () => {
  expect(merged({ a: { b: 1 }, c: 1 }, { a: { d: 2 }, c: null })).toEqual({ a: { b: 1, d: 2 }, c: null });
  expect(merged({ a: null }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
});

test('lists of the same length are merged item by item, lists of lists as well', () => {
  expect(merged({ a: [{ b: 1 }, null] }, { a: [{ c: 1 }, { c: 2 }] })).toEqual({ a: [{ b: 1, c: 1 }, { c: 2 }] });
  expect(merged({ a: [[{ b: 1 }]] }, { a: [[{ c: 1 }]] })).toEqual({ a: [[{ b: 1, c: 1 }]] });
  expect(merged({ a: [1, 2] }, { a: [3] })).toEqual({ a: [3] });
});

test('what is undefined was renamed, and takes nothing away', () => {
  expect(merged({ a: 1 }, { a: undefined })).toEqual({ a: 1 });
});

test('an object where a plain value stands is a mistake of a subgraph', () => {
  expect(() => merged({ a: 'text' }, { a: { b: 1 } })).toThrow('both an object and a plain value');
});

test('who shares what was received has parts of its own', () => {
  const [first, second, source] = [{}, {}, { a: { b: [{ c: 1 }] } }];
  mergeInto(first, source);
  mergeInto(second, source, true);
  mergeInto(first, { a: { b: [{ d: 2 }] } });
  expect(second).toEqual({ a: { b: [{ c: 1 }] } });
});

test('no name in a JSON scalar reaches the prototype of all objects', () => {
  const hostile = JSON.parse(
    '{"meta": {"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}}',
  );
  merged({ meta: {} }, hostile);
  expect('polluted' in {}).toBe(false);
});
