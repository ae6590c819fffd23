import { expect, test } from '@jest/globals';
import { textTable } from './index.js';

test('columns are as wide as what is in them, and lines end where their text does', () => {
  expect(
    textTable([
      ['a', 'wide', ''],
      ['long', 'b', 'c'],
      ['d', '', ''],
    ]),
  ).toEqual(['a     wide', 'long  b     c', 'd']);
});
