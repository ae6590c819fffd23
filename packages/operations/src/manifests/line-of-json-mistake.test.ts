import { expect, test } from '@jest/globals';
import { lineOfJsonMistake } from './line-of-json-mistake.js';

test.each([
  ['', 1],
  ['{', 1],
  ['{ "a": 1,\n  "b": [ }\n}\n', 2],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  "a": "not\nended"\n}', 2],
  ['{\n  "a": 1\n}\n\nand more', 5],
  ['[\n  1,\n  2\n', 3],
])('%j is no JSON from line %i', (content, line) => expect(lineOfJsonMistake(content)).toBe(line));
