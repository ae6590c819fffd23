import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestSubgraph } from '@souk/kit/testing';
import { find, startShop } from '../../test/shop.js';

let catalog: TestSubgraph;

beforeAll(async () => {
  catalog = await startShop();
}, 60_000);
afterAll(() => catalog.stop());

test.each([
  [{ categorySlug: 'home' }, 5],
  [{ categorySlug: 'lighting' }, 2],
  [{ categorySlug: 'nowhere' }, 0],
  [{ brands: ['Onda', 'Pacer'] }, 3],
  [{ price: { fromMinor: 1_200, toMinor: 4_500 } }, 3],
  [{ price: { toMinor: 900 } }, 1],
  [{ price: { fromMinor: 0 }, currency: 'USD' }, 0],
  [{ attributes: [{ name: 'Colour', values: ['Blue', 'Red'] }] }, 3],
  [
    {
      attributes: [
        { name: 'Colour', values: ['Black'] },
        { name: 'Material', values: ['Brass'] },
      ],
    },
    1,
  ],
  [{ categorySlug: 'kitchen', brands: ['Onda'], price: { fromMinor: 1_000 } }, 1],
])('the filter %j leaves %i', async (filter, count) => {
  expect((await find(catalog, { filter })).totalCount).toBe(count);
});

test('facets count what is there, shelves with all that stands inside them', async () => {
  const { facets } = await find(catalog, { query: 'mug' });
  expect(facets).toEqual({
    brands: [
      { value: 'Aldermoor', count: 1 },
      { value: 'Onda', count: 1 },
    ],
    categories: expect.arrayContaining([
      { category: { slug: 'home' }, count: 2 },
      { category: { slug: 'kitchen' }, count: 2 },
    ]),
    prices: [
      { from: { amountMinor: 500 }, below: { amountMinor: 1_000 }, count: 1 },
      { from: { amountMinor: 1_000 }, below: { amountMinor: 2_000 }, count: 1 },
    ],
    attributes: [
      {
        name: 'Colour',
        values: [
          { value: 'Blue', count: 2 },
          { value: 'Black', count: 1 },
        ],
      },
      {
        name: 'Material',
        values: [
          { value: 'Enamel', count: 1 },
          { value: 'Stoneware', count: 1 },
        ],
      },
    ],
  });
});

test('each facet obeys all filters but the one on itself', async () => {
  const colour = { name: 'Colour', values: ['Blue'] };
  const { facets } = await find(catalog, {
    filter: { brands: ['Onda'], categorySlug: 'kitchen', attributes: [colour] },
  });
  expect(facets.brands).toEqual([
    { value: 'Aldermoor', count: 1 },
    { value: 'Onda', count: 1 },
  ]);
  expect(facets.attributes).toEqual([
    {
      name: 'Colour',
      values: [
        { value: 'Blue', count: 1 },
        { value: 'White', count: 1 },
      ],
    },
    { name: 'Material', values: [{ value: 'Enamel', count: 1 }] },
  ]);
  expect(facets.prices).toMatchObject([{ from: { amountMinor: 500 }, count: 1 }]);
  const byPrice = await find(catalog, { filter: { brands: ['Onda'], price: { toMinor: 900 } } });
  expect(byPrice.facets.prices.map(({ count }: { count: number }) => count)).toEqual([1, 1]);
});
