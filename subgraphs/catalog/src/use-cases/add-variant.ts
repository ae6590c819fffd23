import { inTransaction } from '@souk/kit/persistence';
import { mustNameCurrenciesOnce, Price, type PriceDraft } from '../domain/price.js';
import type { VariantDraft } from '../domain/product-variant.js';
import type { CatalogWork } from './catalog-work.js';
import { holdNames } from './choose-slugs.js';
import { findProduct } from './find-product.js';
import { mustBeFreeSkus } from './must-exist.js';

export interface NewVariant extends VariantDraft {
  productId: string;
  prices: readonly PriceDraft[];
}

/**
 * Sells a product in one more form, and returns its id. Publishes `catalog.product.updated.v1`.
 * @throws {ProductNotFoundError} @throws {ProductWithdrawnError} @throws {InvalidProductError} @throws {SkuTakenError}
 */
export async function addVariant({ em, now }: CatalogWork, draft: NewVariant): Promise<string> {
  mustNameCurrenciesOnce(draft.prices);
  return inTransaction(em, async (transaction) => {
    await holdNames(transaction);
    const product = await findProduct(transaction, draft.productId);
    await mustBeFreeSkus(transaction, [draft.sku]);
    const variant = product.addVariant(draft, now());
    // Prices refer to the variant, which is written with its product.
    await transaction.flush();
    transaction.persist(draft.prices.map((price) => Price.first({ id: variant.id, productId: product.id }, price)));
    return variant.id;
  });
}
