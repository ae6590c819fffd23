import { type RawQueryFragment, sql } from '@mikro-orm/core';
import { minorUnitDigits } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import type { SearchCriteria } from '../domain/search-criteria.js';
import {
  allOf,
  attributeCondition,
  brandCondition,
  categoryCondition,
  lowestPrice,
  priceCondition,
  textCondition,
} from './search-conditions.js';

export interface FacetRow {
  facet: 'brand' | 'category' | 'price' | 'attribute';
  value: string;
  count: number;
}

const mostBrands = 50;
const mostCategories = 200;
const mostPairs = 400;

/**
 * How many products each further choice would leave. A facet ignores the filter on itself and obeys all others, so that
 * the siblings of what is chosen keep their counts. Everything is counted in one reading of the products that have the
 * words: they are marked with the filters they pass.
 */
export async function countFacets(em: EntityManager, criteria: SearchCriteria): Promise<FacetRow[]> {
  const names = criteria.attributes.map(({ name }) => name);
  const own = (index: number) => sql`split_part(pair, '=', 1) = ${names[index] ?? ''}`;
  const other = names.length === 0 ? sql`true` : sql`not split_part(pair, '=', 1) = any(array[${names}]::text[])`;
  const marks = names.map((_name, index) => `fits_${index}`);
  const passing = (left?: string) =>
    passes(['in_category', 'of_brand', 'in_price', ...marks].filter((mark) => mark !== left));
  const attributes = marks.map(
    (mark, index) => sql`union all (${countPairs(sql`${passing(mark)} and ${own(index)}`)})`,
  );
  return em.execute<FacetRow[]>(
    sql`with found as materialized (${markedProducts(criteria)})
      (select 'brand' as facet, brand as value, count(*)::int as count from found
        where ${passing('of_brand')} and brand is not null group by brand order by count desc, brand limit ${mostBrands})
      union all
      (select 'category', category_id::text, count(*)::int from found, unnest(category_ids) category_id
        where ${passing('in_category')} group by category_id order by 3 desc, 2 limit ${mostCategories})
      union all
      (select 'price', width_bucket(lowest_minor, array[${priceSteps(criteria.currency)}]::bigint[])::text, count(*)::int
        from found where ${passing('in_price')} and lowest_minor is not null group by 2 order by 2)
      union all (${countPairs(sql`${passing()} and ${other}`)})
      ${attributes.reduce((left, right) => sql`${left} ${right}`, sql``)}`,
  );
}

/** Where one price bucket ends and the next begins: 1, 2, 5, 10, 20, 50, … of the currency's major units. */
export function priceSteps(currency: string): number[] {
  const unit = 10 ** minorUnitDigits(currency);
  return [1, 10, 100, 1_000, 10_000, 100_000].flatMap((decade) => [1, 2, 5].map((step) => step * decade * unit));
}

function markedProducts(criteria: SearchCriteria): RawQueryFragment {
  const attributes = criteria.attributes.map(
    (filter, index) => sql`, ${attributeCondition(filter)} as ${sql.ref(`fits_${index}`)}`,
  );
  return sql`select s.brand, s.category_ids, s.attribute_pairs, ${lowestPrice(criteria)} as lowest_minor,
      ${categoryCondition(criteria)} as in_category, ${brandCondition(criteria)} as of_brand,
      ${priceCondition(criteria)} as in_price ${attributes.reduce((left, right) => sql`${left} ${right}`, sql``)}
    from product_search s where ${textCondition(criteria)}`;
}

function countPairs(condition: RawQueryFragment): RawQueryFragment {
  return sql`select 'attribute', pair, count(*)::int from found, unnest(attribute_pairs) pair
    where ${condition} group by pair order by 3 desc, 2 limit ${mostPairs}`;
}

function passes(marks: readonly string[]): RawQueryFragment {
  return allOf(marks.map((mark) => sql.ref(mark)));
}
