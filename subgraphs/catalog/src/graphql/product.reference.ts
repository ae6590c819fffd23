import { isId } from '@souk/kit/domain';
import type { CatalogContext } from '../context.js';
import { productById, productByVariantId } from '../persistence/find-by-id.js';
import { type ProductType, toProductType } from './product.type.js';
import { type ProductVariantType, variantTypeIn } from './product-variant.type.js';

/** The product another subgraph refers to; null when absent. */
export async function resolveProduct({ id }: { id: string }, context: CatalogContext): Promise<ProductType | null> {
  const product = isId(id) ? await productById(context).load(id) : null;
  return product && toProductType(product);
}

/** The variant another subgraph refers to; null when absent. */
export async function resolveProductVariant(
  { id }: { id: string },
  context: CatalogContext,
): Promise<ProductVariantType | null> {
  return isId(id) ? variantTypeIn(await productByVariantId(context).load(id), id) : null;
}
