import { expect, test } from '@jest/globals';
import { createOriginCheck } from './origins.js';

const isAllowed = createOriginCheck(['https://shop.example']);

test.each([
  ['no origin, as programs send none', undefined, true],
  ['an origin on the list', 'https://shop.example', true],
  ['our own origin', 'http://127.0.0.1:4000', true],
  ['an origin that only begins like one on the list', 'https://shop.example.evil.example', false],
  ['the same name by another scheme', 'http://shop.example', false],
  ['our own name at another port', 'http://127.0.0.1:4001', false],
  ['the origin of a file', 'null', false],
])('%s: %s is %s', (_what, origin, expected) => {
  expect(isAllowed(origin, '127.0.0.1:4000')).toBe(expected);
});
