import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { depthOf } from './depth-of.js';

test.each([
  ['a field', '{ me }', 1],
  ['a field of a field', '{ me { id } }', 2],
  ['the longest way counts', '{ a { b { c } } d { e } }', 3],
  ['fragments add nothing of their own', '{ a { ... on A { b ...F } } } fragment F on A { c { d } }', 3],
  ['introspection is free', '{ __schema { types { fields { type { name } } } } me }', 1],
  ['a fragment that leads to itself ends', '{ ...F } fragment F on Q { a { ...F } }', 1],
])('%s', (_what, document, depth) => {
  expect(depthOf(parse(document))).toBe(depth);
});

test('fragments that spread each other many times are measured once each', () => {
  const bomb = Array.from({ length: 60 }, (_, n) => `fragment F${n} on Q { a { ...F${n + 1} } b { ...F${n + 1} } }`);
  expect(depthOf(parse(`{ ...F0 } ${bomb.join(' ')} fragment F60 on Q { end }`))).toBe(61);
});
