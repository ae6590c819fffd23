import { expect, test } from '@jest/globals';
import { wrap } from './wrap.js';

test.each([
  ['what fits stands in one line', 'one two', ['one two']],
  ['what does not goes on in the next', 'one two three', ['one two', 'three']],
  ['a word that is too long stands alone', 'a schema/operations b', ['a', 'schema/operations', 'b']],
  ['lines stay lines', 'one\n\ntwo', ['one', '', 'two']],
])('%s', (_what, text, lines) => {
  expect(wrap(text, 8)).toEqual(lines);
});
