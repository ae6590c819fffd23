import type { SubgraphGraph } from '@souk/kit/graphql';
import { refusals } from '@souk/schema/refusals';
import { resolveProductVariant } from './product-variant.reference.js';
import { ProductVariantResolver } from './product-variant.resolver.js';
import { StockLevelResolver } from './stock-level.resolver.js';
import { StockMovementResolver } from './stock-movement.resolver.js';
import { WarehouseResolver } from './warehouse.resolver.js';

/** Inventory's part of the graph. */
export const graph: SubgraphGraph = {
  resolvers: [ProductVariantResolver, StockLevelResolver, StockMovementResolver, WarehouseResolver],
  references: { ProductVariant: resolveProductVariant },
  userErrorCodes: refusals(
    'INSUFFICIENT_STOCK',
    'INVALID_NOTE',
    'INVALID_QUANTITY',
    'INVALID_THRESHOLD',
    'INVALID_WAREHOUSE',
    'NOT_FOUND',
    'WAREHOUSE_CODE_TAKEN',
  ),
};
