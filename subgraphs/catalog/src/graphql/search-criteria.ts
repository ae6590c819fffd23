import { PublicError } from '@souk/kit/domain';
import { defaultCurrency } from '../domain/price.js';
import type { SearchCriteria, TextQuery } from '../domain/search-criteria.js';
import type { ProductSearchInput } from './product-search.input.js';

const mostChoices = 50;

/** @throws {PublicError} BAD_USER_INPUT when a filter has too many choices. */
export function toSearchCriteria(text: TextQuery | null, filter: ProductSearchInput | null): SearchCriteria {
  const { categorySlug, brands, currency = defaultCurrency, price, attributes } = filter ?? {};
  mustBeFew('brands', brands?.length);
  mustBeFew('attributes', attributes?.length);
  for (const { values } of attributes ?? []) mustBeFew('attributes', values.length);
  return {
    text,
    currency,
    categorySlug: categorySlug ?? null,
    brands: brands ?? [],
    lowestPrice: { fromMinor: price?.fromMinor ?? null, toMinor: price?.toMinor ?? null },
    attributes: attributes ?? [],
  };
}

function mustBeFew(field: string, actual = 0): void {
  if (actual <= mostChoices) return;
  throw new PublicError('BAD_USER_INPUT', `"${field}" has at most ${mostChoices} choices.`, {
    field,
    limit: mostChoices,
    actual,
  });
}
