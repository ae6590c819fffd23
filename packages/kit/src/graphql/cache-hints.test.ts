import { expect, test } from '@jest/globals';
import { buildSchema, parse, print } from 'graphql';
import { defineCacheHints } from './cache-hints.js';

test('an SDL with cache hints gets their definition, with the scope as a value of an enum', () => {
  const sdl = parse('type Book @cacheControl(maxAge: 60, scope: "PUBLIC") { id: ID }');
  const defined = print(defineCacheHints(sdl));
  expect(defined).toContain('directive @cacheControl(');
  expect(defined).toContain('enum CacheControlScope @inaccessible {');
  expect(defined).toContain('type Book @cacheControl(maxAge: 60, scope: PUBLIC) {');
  expect(() => buildSchema(`directive @inaccessible on ENUM\n${defined}`)).not.toThrow();
});

test('an SDL without them stays as it is', () => {
  const sdl = parse('type Book @key(fields: "id") { id: ID }');
  expect(defineCacheHints(sdl)).toBe(sdl);
});
