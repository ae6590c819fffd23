import type { SubgraphGraph } from '@souk/kit/graphql';
import { refusals } from '@souk/schema/refusals';
import { resolveCart } from './cart.reference.js';
import { CartResolver } from './cart.resolver.js';
import { CartLineResolver, CartTotalsResolver } from './cart-prices.resolver.js';
import { CartQuoteResolver } from './cart-quote.resolver.js';
import { VariantErrorType } from './variant-error.type.js';

/** Cart's part of the graph. */
export const graph: SubgraphGraph = {
  resolvers: [CartLineResolver, CartQuoteResolver, CartResolver, CartTotalsResolver],
  orphanedTypes: [VariantErrorType],
  references: { Cart: resolveCart },
  userErrorCodes: refusals(
    'CART_EMPTY',
    'CART_FULL',
    'CURRENCY_NOT_SOLD',
    'INVALID_QUANTITY',
    'NOT_DELIVERABLE',
    'VARIANT_NOT_FOUND',
    'VARIANT_UNAVAILABLE',
  ),
};
