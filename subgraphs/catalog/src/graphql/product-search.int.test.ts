import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anonymous } from '@souk/kit/identity';
import type { TestSubgraph } from '@souk/kit/testing';
import { find, search, startShop } from '../../test/shop.js';

let catalog: TestSubgraph;

beforeAll(async () => {
  catalog = await startShop();
}, 60_000);
afterAll(() => catalog.stop());

test.each([
  ['lamp', ['Brass Desk Lamp', 'Paper Floor Lamp', 'Mechanical Keyboard']],
  ['LAMPS', ['Brass Desk Lamp', 'Paper Floor Lamp', 'Mechanical Keyboard']],
  ['desk lamp', ['Brass Desk Lamp']],
  ['run shoe', ['Running Shoes']],
  ['keyb', ['Mechanical Keyboard']],
  ['cafe creme', ['Café Crème Cup']],
  ['crème', ['Café Crème Cup']],
  ['onda mug', ['Enamel Mug']],
  ['lighting', ['Brass Desk Lamp', 'Paper Floor Lamp']],
  ['aluminium', ['Mechanical Keyboard']],
  [
    '',
    [
      'Thing without a Price',
      'Mechanical Keyboard',
      'Running Shoes',
      'Café Crème Cup',
      'Enamel Mug',
      'Stoneware Mug',
      'Paper Floor Lamp',
      'Brass Desk Lamp',
    ],
  ],
])('"%s" finds %j', async (query, titles) => {
  const found = await find(catalog, { query });
  expect(found.titles.slice(0, titles.length).sort()).toEqual([...titles].sort());
  expect(found.totalCount).toBe(titles.length);
  expect(found.correctedQuery).toBeNull();
});

test('a word in the title weighs more than one in the description', async () => {
  expect((await find(catalog, { query: 'lamp' })).titles.at(-1)).toBe('Mechanical Keyboard');
});

test.each([
  ['keybord', 'keyboard', 'Mechanical Keyboard'],
  ['stonware mgu', 'stoneware mug', 'Stoneware Mug'],
  ['lmap floor', 'lamp floor', 'Paper Floor Lamp'],
  ['enamel mug zzzzzz', 'enamel mug', 'Enamel Mug'],
])('"%s" is understood as "%s"', async (query, correctedQuery, first) => {
  const found = await find(catalog, { query });
  expect(found.correctedQuery).toBe(correctedQuery);
  expect(found.titles[0]).toBe(first);
});

test('when no product has all the words, some of them suffice', async () => {
  expect((await find(catalog, { query: 'keyboard mug' })).titles.sort()).toEqual([
    'Enamel Mug',
    'Mechanical Keyboard',
    'Stoneware Mug',
  ]);
});

test.each(['zzzzzz', '!!!', "'; drop table product; --", `' | 'x':*`])(
  '"%s" finds nothing, and no harm is done',
  async (query) => {
    const found = await find(catalog, { query });
    expect(found).toMatchObject({
      totalCount: 0,
      titles: [],
      facets: { brands: [], categories: [], prices: [], attributes: [] },
    });
  },
);

test.each([
  [
    'PRICE_ASC',
    [
      'Enamel Mug',
      'Stoneware Mug',
      'Café Crème Cup',
      'Paper Floor Lamp',
      'Brass Desk Lamp',
      'Running Shoes',
      'Mechanical Keyboard',
      'Thing without a Price',
    ],
  ],
  [
    'PRICE_DESC',
    [
      'Mechanical Keyboard',
      'Running Shoes',
      'Brass Desk Lamp',
      'Paper Floor Lamp',
      'Café Crème Cup',
      'Stoneware Mug',
      'Enamel Mug',
      'Thing without a Price',
    ],
  ],
  [
    'NEWEST',
    [
      'Thing without a Price',
      'Mechanical Keyboard',
      'Running Shoes',
      'Café Crème Cup',
      'Enamel Mug',
      'Stoneware Mug',
      'Paper Floor Lamp',
      'Brass Desk Lamp',
    ],
  ],
  [
    'TITLE',
    [
      'Brass Desk Lamp',
      'Café Crème Cup',
      'Enamel Mug',
      'Mechanical Keyboard',
      'Paper Floor Lamp',
      'Running Shoes',
      'Stoneware Mug',
      'Thing without a Price',
    ],
  ],
])('sorted by %s the order is right, and the same page by page', async (sort, titles) => {
  expect((await find(catalog, { sort })).titles).toEqual(titles);
  expect(await pages({ sort })).toEqual(titles);
});

test('pages of a search by words neither repeat nor leave out anything', async () => {
  const all = await find(catalog, { query: 'home' });
  expect(await pages({ query: 'home' })).toEqual(all.titles);
  expect(all.titles).toHaveLength(5);
});

async function pages(variables: Record<string, unknown>): Promise<string[]> {
  const titles: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await find(catalog, { ...variables, first: 2, after });
    titles.push(...page.titles);
    if (!page.pageInfo.hasNextPage) return titles;
    after = page.pageInfo.endCursor;
  }
}

test.each([
  ['a page too large', { first: 101 }],
  ['an empty page', { first: 0 }],
  ['a cursor that is none', { after: 'nonsense' }],
  ['a cursor of another order', { after: cursor(['TITLE', 'x', '01a20640-86d7-7485-b7ae-f57d72b4f2d3']) }],
  [
    'a cursor with a broken time',
    { after: cursor(['NEWEST', '2026-99-99 00:00:00+00', '01a20640-86d7-7485-b7ae-f57d72b4f2d3']) },
  ],
  ['a cursor with a broken id', { after: cursor(['NEWEST', '2026-01-01 00:00:00+00', 'x']) }],
  ['a cursor with too little in it', { after: cursor(['NEWEST']) }],
  ['a query too long', { query: 'x'.repeat(201) }],
  ['too many brands', { filter: { brands: Array.from({ length: 51 }, String) } }],
  ['a currency that is none', { filter: { currency: 'XXL' } }],
])('%s is bad input', async (_what, variables) => {
  const { errors } = await catalog.send(anonymous, search, { sort: 'NEWEST', ...variables });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

function cursor(keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}
