import { expect, test } from '@jest/globals';
import { parseCategory } from './parse-category.js';

const form = { separator: '>>', maxDepth: 3, dropTitle: true };

test.each([
  ['Home >> Kitchen >> Mugs', ['Home', 'Kitchen', 'Mugs']],
  ['["Home >> Kitchen >> Mugs >> Blue Mug"]', ['Home', 'Kitchen', 'Mugs']],
  ['["Home >> Blue  mug"]', ['Home']],
  ['["Home >> Kitchen >> Blue Mug with a very lo..."]', ['Home', 'Kitchen']],
  ['["Blue Mug"]', []],
  [' >> Home >> ', ['Home']],
  ['[]', []],
  ['A >> B >> C >> D >> E', ['A', 'B', 'C']],
])('%s leads to %j', (text, path) => {
  expect(parseCategory(text, form, 'Blue Mug')).toEqual(path);
});

test('the title may be the name of a shelf where the source does not end with it', () => {
  expect(parseCategory('Home > Mugs', { separator: '>', maxDepth: 6, dropTitle: false }, 'Mugs')).toEqual([
    'Home',
    'Mugs',
  ]);
});

test('a broken list is refused', () => {
  expect(() => parseCategory('["Home', form, 'Mug')).toThrow('is not a list of texts');
});
