import { PublicError } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { ProductNotFoundError } from '../domain/product.errors.js';
import { Product } from '../domain/product.js';

/**
 * A product to be changed in the transaction of `em`.
 * @param expectedVersion what the caller had before them, where they say so.
 * @throws {ProductNotFoundError} @throws {PublicError} CONFLICT when somebody was faster.
 */
export async function findProduct(em: EntityManager, id: string, expectedVersion?: number): Promise<Product> {
  const product = await em.findOne(Product, { id });
  if (!product) throw new ProductNotFoundError();
  if (expectedVersion !== undefined && expectedVersion !== product.version)
    throw new PublicError('CONFLICT', 'Somebody else has changed the product.', { field: 'expectedVersion' });
  return product;
}
