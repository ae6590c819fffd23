import type { EventMessage } from '@souk/kit/contracts';
import { productCreatedV1, productUpdatedV1, productWithdrawnV1 } from '@souk/schema/events/catalog';
import type { Product, ProductEvent } from '../domain/product.js';

/** Turns what happened to a product into the messages other subgraphs rely on. */
export function publishProductEvent(event: ProductEvent): EventMessage[] {
  const { id: productId, slug } = event.product;
  switch (event.type) {
    case 'ProductCreated': {
      const variants = variantsOf(event.product).map((variant) => ({
        ...variant,
        initialStock: event.stockBySku.get(variant.sku) ?? null,
      }));
      return [productCreatedV1({ productId, slug, variants })];
    }
    case 'ProductUpdated':
      return [productUpdatedV1({ productId, slug, variants: variantsOf(event.product) })];
    case 'ProductWithdrawn':
      return [productWithdrawnV1({ productId, slug })];
  }
}

function variantsOf(product: Product): { variantId: string; sku: string }[] {
  return product.variants.map(({ id, sku }) => ({ variantId: id, sku }));
}
