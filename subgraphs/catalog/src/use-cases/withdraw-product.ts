import { inTransaction } from '@souk/kit/persistence';
import type { Product } from '../domain/product.js';
import type { CatalogWork } from './catalog-work.js';
import { findProduct } from './find-product.js';

/**
 * Takes a product off sale, for good. Publishes `catalog.product.withdrawn.v1`.
 * @throws {ProductNotFoundError} @throws {ProductTransitionError}
 */
export async function withdrawProduct({ em, now }: CatalogWork, productId: string): Promise<Product> {
  return inTransaction(em, async (transaction) => {
    const product = await findProduct(transaction, productId);
    product.withdraw(now());
    return product;
  });
}
