import { mustNameCurrenciesOnce, Price, type PriceDraft } from '../domain/price.js';
import { Product, type ProductDraft } from '../domain/product.js';
import type { CatalogWork } from './catalog-work.js';
import { chooseSlugs } from './choose-slugs.js';
import { mustBeCategories, mustBeFreeSkus } from './must-exist.js';

export interface NewProduct extends ProductDraft {
  variants: readonly (ProductDraft['variants'][number] & { prices: readonly PriceDraft[] })[];
  /** Now, where it is not said. */
  createdAt?: Date;
}

/**
 * Puts products on sale inside the transaction of `em`. Publishes `catalog.product.created.v1` for each.
 * @throws {InvalidProductError} @throws {CategoryNotFoundError} @throws {SkuTakenError}
 */
export async function addProducts({ em, now }: CatalogWork, drafts: readonly NewProduct[]): Promise<Product[]> {
  const slugs = await chooseSlugs(
    em,
    'product',
    drafts.map((draft) => draft.title),
  );
  await mustBeCategories(
    em,
    drafts.flatMap((draft) => draft.categoryIds),
  );
  await mustBeFreeSkus(
    em,
    drafts.flatMap((draft) => draft.variants.map(({ sku }) => sku)),
  );
  const products = drafts.map((draft, index) => Product.create(draft, slugs[index] ?? '', draft.createdAt ?? now()));
  em.persist(products);
  for (const [index, product] of products.entries()) em.persist(firstPrices(product, drafts[index]));
  return products;
}

function firstPrices(product: Product, draft: NewProduct | undefined): Price[] {
  return product.variants.flatMap((variant, index) => {
    const prices = draft?.variants[index]?.prices ?? [];
    mustNameCurrenciesOnce(prices);
    return prices.map((price) => Price.first({ id: variant.id, productId: product.id }, price));
  });
}
