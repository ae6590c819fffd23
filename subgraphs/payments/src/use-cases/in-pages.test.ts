import { expect, test } from '@jest/globals';
import { inPages } from './in-pages.js';

async function* upTo(last: number): AsyncGenerator<number> {
  for (let number = 1; number <= last; number += 1) yield number;
}

test.each([
  [0, []],
  [2, [[1, 2]]],
  [3, [[1, 2], [3]]],
  [
    4,
    [
      [1, 2],
      [3, 4],
    ],
  ],
])('%d things come in pages of two', async (count, expected) => {
  const pages: number[][] = [];
  for await (const page of inPages(upTo(count), 2)) pages.push(page);
  expect(pages).toEqual(expected);
});
