/** How found products may be ordered. */
export const productSorts = ['RELEVANCE', 'PRICE_ASC', 'PRICE_DESC', 'NEWEST', 'TITLE'] as const;
export type ProductSort = (typeof productSorts)[number];

export interface AttributeFilter {
  name: string;
  /** One of these suffices. */
  values: readonly string[];
}

/** Which products to find. Each filter narrows; an empty list or null does not filter. */
export interface SearchCriteria {
  text: TextQuery | null;
  /** Whose prices count, for the range, the order and the counts. */
  currency: string;
  /** Products of the shelf itself and of those inside it. */
  categorySlug: string | null;
  brands: readonly string[];
  /** Bounds of the lowest price of a product, both included, in minor units. */
  lowestPrice: { fromMinor: number | null; toMinor: number | null };
  attributes: readonly AttributeFilter[];
}

/** Words to search for, as they were understood. */
export interface TextQuery {
  /** What must be there, in the language of the search. */
  expression: string;
  /** The words in plain letters, for comparing them with titles. */
  plain: string;
  /** What was searched for instead of words that nothing fits. */
  correction: string | null;
}
