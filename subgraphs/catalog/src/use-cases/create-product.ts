import { inTransaction } from '@souk/kit/persistence';
import type { Product } from '../domain/product.js';
import { addProducts, type NewProduct } from './add-products.js';
import type { CatalogWork } from './catalog-work.js';

/**
 * Puts a product on sale. Publishes `catalog.product.created.v1`.
 * @throws {InvalidProductError} @throws {CategoryNotFoundError} @throws {SkuTakenError}
 */
export async function createProduct({ em, now }: CatalogWork, draft: NewProduct): Promise<Product> {
  const [product] = await inTransaction(em, (transaction) => addProducts({ em: transaction, now }, [draft]));
  if (!product) throw new Error('A product was to be created.');
  return product;
}
