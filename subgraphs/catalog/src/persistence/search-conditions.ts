import { type RawQueryFragment, sql } from '@mikro-orm/core';
import { defaultChannelId } from '../domain/price.js';
import type { AttributeFilter, SearchCriteria } from '../domain/search-criteria.js';

/** The lowest price of product `s` in the wanted currency, in minor units; null when it has none. */
export function lowestPrice({ currency }: SearchCriteria): RawQueryFragment {
  return sql`(s.lowest_prices -> ${`${defaultChannelId}/${currency}`})::bigint`;
}

/** What every found product must fulfil, whatever the filters: on sale, and with the words in it. */
export function textCondition({ text }: SearchCriteria): RawQueryFragment {
  return text ? sql`s.is_active and s.document @@ ${text.expression}::tsquery` : sql`s.is_active`;
}

export function categoryCondition({ categorySlug }: SearchCriteria): RawQueryFragment {
  if (categorySlug === null) return sql`true`;
  return sql`s.category_ids @> array[(select id from category where slug = ${categorySlug})]`;
}

export function brandCondition({ brands }: SearchCriteria): RawQueryFragment {
  return brands.length === 0 ? sql`true` : sql`s.brand = any(array[${[...brands]}]::text[])`;
}

export function priceCondition(criteria: SearchCriteria): RawQueryFragment {
  const { fromMinor, toMinor } = criteria.lowestPrice;
  if (fromMinor === null && toMinor === null) return sql`true`;
  return sql`${lowestPrice(criteria)} between ${fromMinor ?? 0} and ${toMinor ?? Number.MAX_SAFE_INTEGER}`;
}

export function attributeCondition({ name, values }: AttributeFilter): RawQueryFragment {
  return sql`s.attribute_pairs && array[${values.map((value) => `${name}=${value}`)}]::text[]`;
}

/** All of them at once. */
export function searchCondition(criteria: SearchCriteria): RawQueryFragment {
  return allOf([
    textCondition(criteria),
    categoryCondition(criteria),
    brandCondition(criteria),
    priceCondition(criteria),
    ...criteria.attributes.map(attributeCondition),
  ]);
}

export function allOf(conditions: readonly RawQueryFragment[]): RawQueryFragment {
  return conditions.reduce((left, right) => sql`${left} and ${right}`);
}
