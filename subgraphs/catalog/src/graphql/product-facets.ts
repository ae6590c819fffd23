import { type MoneyType, toMoneyType } from '@souk/kit/graphql';
import type { CatalogContext } from '../context.js';
import { categoryById } from '../persistence/find-categories.js';
import { type FacetRow, priceSteps } from '../persistence/find-facets.js';
import { toCategoryType } from './category.type.js';
import {
  AttributeFacetType,
  CategoryFacetType,
  FacetValueType,
  PriceFacetType,
  ProductFacetsType,
} from './product-facets.type.js';

const mostAttributes = 8;
const mostValues = 20;
/** Longer values tell a story; nobody chooses by them. */
const longestValue = 60;

/** Turns counted rows into what the client sees. */
export async function toProductFacetsType(
  rows: readonly FacetRow[],
  currency: string,
  context: CatalogContext,
): Promise<ProductFacetsType> {
  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet);
  return Object.assign(new ProductFacetsType(), {
    brands: of('brand').map(({ value, count }) => facetValue(value, count)),
    categories: await toCategoryFacets(of('category'), context),
    prices: of('price').map((row) => toPriceFacet(row, currency)),
    attributes: toAttributeFacets(of('attribute')),
  });
}

async function toCategoryFacets(rows: readonly FacetRow[], context: CatalogContext): Promise<CategoryFacetType[]> {
  const facets = rows.map(async ({ value, count }) => {
    const category = await categoryById(context).load(value);
    return category ? [Object.assign(new CategoryFacetType(), { category: toCategoryType(category), count })] : [];
  });
  return (await Promise.all(facets)).flat();
}

/** The value of a row is the number of steps that the price has reached. */
function toPriceFacet({ value, count }: FacetRow, currency: string): PriceFacetType {
  const steps = priceSteps(currency);
  const money = (amountMinor: number): MoneyType => toMoneyType({ amountMinor, currency });
  const [from = 0, below] = [steps[Number(value) - 1], steps[Number(value)]];
  return Object.assign(new PriceFacetType(), {
    from: money(from),
    below: below === undefined ? null : money(below),
    count,
  });
}

/** The rows come with the most frequent pair first. Properties that more products have stand before others. */
export function toAttributeFacets(rows: readonly FacetRow[]): AttributeFacetType[] {
  const facets = new Map<string, FacetValueType[]>();
  for (const { value: pair, count } of rows) {
    const [name, value] = splitPair(pair);
    if (value.length <= longestValue) facets.set(name, [...(facets.get(name) ?? []), facetValue(value, count)]);
  }
  return [...facets]
    .map(([name, values]) => ({ name, values, sum: values.reduce((total, { count }) => total + count, 0) }))
    .sort((left, right) => right.sum - left.sum || (left.name < right.name ? -1 : 1))
    .slice(0, mostAttributes)
    .map(({ name, values }) => Object.assign(new AttributeFacetType(), { name, values: values.slice(0, mostValues) }));
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function facetValue(value: string, count: number): FacetValueType {
  return Object.assign(new FacetValueType(), { value, count });
}
