import type { SubgraphGraph } from '@souk/kit/graphql';
import { refusals } from '@souk/schema/refusals';
import { invalidProductCodes } from '../domain/product.errors.js';
import { CategoryResolver } from './category.resolver.js';
import { resolveProduct, resolveProductVariant } from './product.reference.js';
import { ProductResolver } from './product.resolver.js';
import { ProductSearchResolver } from './product-search.resolver.js';
import { ProductStaffResolver } from './product-staff.resolver.js';
import { ProductVariantResolver } from './product-variant.resolver.js';

/** Catalog's part of the graph. */
export const graph: SubgraphGraph = {
  resolvers: [CategoryResolver, ProductResolver, ProductSearchResolver, ProductStaffResolver, ProductVariantResolver],
  references: { Product: resolveProduct, ProductVariant: resolveProductVariant },
  userErrorCodes: refusals(
    ...invalidProductCodes,
    'CATEGORY_EXISTS',
    'CATEGORY_TOO_DEEP',
    'INVALID_NAME',
    'INVALID_STATE_TRANSITION',
    'NOT_FOUND',
    'PRODUCT_WITHDRAWN',
    'SKU_TAKEN',
  ),
};
