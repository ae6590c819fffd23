import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { validateText } from './validate-text.js';

const document = parse('query ($input: Input!) { find(input: $input) }');
const refused = [expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })];

test.each(['nul \0', 'half \ud800', 'half \udc00 of a pair'])('text that cannot be kept is refused: %j', (text) => {
  expect(validateText(document, { input: { lines: [{ note: text }] } })).toEqual(refused);
});

test('the variable is named', () => {
  expect(validateText(document, { input: '\0' })[0]?.message).toContain('"$input"');
});

test('text in the document is looked at as well, each time', () => {
  const unsound = parse(String.raw`{ find(input: { note: "a\u0000b" }) }`);
  expect(validateText(unsound)).toEqual(refused);
  expect(validateText(unsound)).toEqual(refused);
});

test('whole pairs, controls and all that is not text pass', () => {
  const input = { note: '😀 \t\n\u0001', many: [1, null, true, ''] };
  expect(validateText(document, { input })).toEqual([]);
  expect(validateText(parse('{ find(input: "😀") }'), null)).toEqual([]);
});

test('a variable may be as deep and as wide as a body allows', () => {
  let deep: unknown = '';
  for (let depth = 0; depth < 200_000; depth += 1) deep = [deep];
  expect(validateText(document, { deep, wide: new Array(500_000).fill(0) })).toEqual([]);
});
