import { requireId } from '@souk/kit/graphql';
import type { NewProduct } from '../use-cases/add-products.js';
import type { ProductUpdate } from '../use-cases/update-product.js';
import type { CreateProductInput } from './create-product.input.js';
import type { UpdateProductInput } from './update-product.input.js';

/** @throws {PublicError} BAD_USER_INPUT for malformed ids. */
export function toNewProduct(input: CreateProductInput): NewProduct {
  return {
    ...input,
    brand: input.brand ?? null,
    categoryIds: input.categoryIds.map((id) => requireId(id, 'categoryIds')),
    variants: input.variants.map((variant) => ({ ...variant, initialStock: variant.initialStock ?? null })),
  };
}

/** What is null or absent stays as it is; the brand alone may be taken away. @throws {PublicError} BAD_USER_INPUT. */
export function toProductUpdate({ productId, expectedVersion, brand, ...input }: UpdateProductInput): ProductUpdate {
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as Partial<ProductUpdate>;
  return {
    ...said,
    ...(brand !== undefined && { brand }),
    ...(input.categoryIds && { categoryIds: input.categoryIds.map((id) => requireId(id, 'categoryIds')) }),
    ...(input.variants && {
      variants: input.variants.map(({ variantId, ...details }) => ({
        ...details,
        id: requireId(variantId, 'variantId'),
      })),
    }),
    productId: requireId(productId, 'productId'),
    expectedVersion: expectedVersion ?? undefined,
  };
}
