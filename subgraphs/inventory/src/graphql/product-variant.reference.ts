import { isId } from '@souk/kit/domain';
import { type ProductVariantType, toProductVariantType } from './product-variant.type.js';

/** The variant another subgraph refers to. What inventory has never heard of is merely not in stock. */
export function resolveProductVariant({ id }: { id: string }): ProductVariantType | null {
  return isId(id) ? toProductVariantType(id) : null;
}
