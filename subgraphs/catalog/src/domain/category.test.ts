import { expect, test } from '@jest/globals';
import { Category, deepestCategory } from './category.js';

test('a shelf knows the way to itself', () => {
  const outer = Category.create({ name: ' Kitchen ' }, 'kitchen', null);
  const inner = Category.create({ name: 'Mugs' }, 'mugs', outer);
  expect(outer).toMatchObject({ name: 'Kitchen', parentId: null, path: [outer.id] });
  expect(inner).toMatchObject({ parentId: outer.id, path: [outer.id, inner.id] });
});

test.each(['', '  ', 'x'.repeat(101)])('"%s" is no name for a shelf', (name) => {
  expect(() => Category.create({ name }, 'slug', null)).toThrow(expect.objectContaining({ code: 'INVALID_NAME' }));
});

test('shelves do not stand inside each other without end', () => {
  let shelf = Category.create({ name: '1' }, '1', null);
  for (let depth = 2; depth <= deepestCategory; depth += 1) {
    shelf = Category.create({ name: String(depth) }, String(depth), shelf);
  }
  const tooDeep = () => Category.create({ name: 'more' }, 'more', shelf);
  expect(tooDeep).toThrow(expect.objectContaining({ code: 'CATEGORY_TOO_DEEP' }));
});
