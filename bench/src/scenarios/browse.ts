import { required } from '@souk/client/required';
import { ShopClient } from '@souk/client/shop-client';
import { ProductPageDocument, SearchProductsDocument } from '@souk/schema/generated/graphql';
import type { LoadScenario } from '../load/load-scenario.js';
import type { Level } from '../load/measure-levels.js';
import type { Goal } from '../report/goals.js';

/** What people look for in the demo's shop; one of them mistypes. */
const wishes = [
  'mug',
  'linen cushion',
  'tent',
  'lamp',
  'wool',
  'chef knife',
  'backpack',
  'espresso cpu',
  'oak',
  'chair',
];
const pageSize = 20;

/** A visitor without a token searches and opens one of the products found. */
export async function browse(url: string): Promise<LoadScenario> {
  const door = new ShopClient(url);
  await requireProducts(door);
  return {
    operation: `a search with ${pageSize} results, and the page of one of them`,
    steps: { search: 'searchProducts', page: 'product page', both: 'the whole operation' },
    operate: (turn) => look(door, turn),
    finish: () => door.close(),
  };
}

export function browseGoals(levels: readonly Level[]): Goal[] {
  const failed = levels.reduce((sum, level) => sum + level.failed, 0);
  return [{ name: 'failed operations', measured: failed, atMost: 0, unit: 'operations' }];
}

async function look(door: ShopClient, turn: number) {
  const began = performance.now();
  const query = wishes[turn % wishes.length]!;
  const { searchProducts } = await door.run(SearchProductsDocument, { query, first: pageSize });
  const found = performance.now();
  const results = required(searchProducts?.nodes, 'search results');
  const choice = required(results[turn % results.length], `any product for "${query}"`);
  const { product } = await door.run(ProductPageDocument, { slug: choice.slug });
  required(product, `the page of ${choice.slug}`);
  const ended = performance.now();
  return { search: found - began, page: ended - found, both: ended - began };
}

async function requireProducts(door: ShopClient): Promise<void> {
  const { searchProducts } = await door.run(SearchProductsDocument, { query: 'mug', first: 1 });
  if (searchProducts?.totalCount === 0) throw new Error('The shop is empty: npm start -- --seed demo');
}
