import { inTransaction } from '@souk/kit/persistence';
import type { Product, ProductChange } from '../domain/product.js';
import type { CatalogWork } from './catalog-work.js';
import { findProduct } from './find-product.js';
import { mustBeCategories } from './must-exist.js';

export interface ProductUpdate extends ProductChange {
  productId: string;
  /** The version the caller had before them. */
  expectedVersion?: number | undefined;
}

/**
 * Changes a product. Publishes `catalog.product.updated.v1` when that makes a difference.
 * @throws {ProductNotFoundError} @throws {VariantNotFoundError} @throws {CategoryNotFoundError}
 * @throws {ProductWithdrawnError} @throws {InvalidProductError} @throws {PublicError} CONFLICT.
 */
export async function updateProduct({ em, now }: CatalogWork, update: ProductUpdate): Promise<Product> {
  const { productId, expectedVersion, ...change } = update;
  return inTransaction(em, async (transaction) => {
    const product = await findProduct(transaction, productId, expectedVersion);
    await mustBeCategories(transaction, change.categoryIds ?? []);
    product.update(change, now());
    return product;
  });
}
