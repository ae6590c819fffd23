import type { SubgraphContext } from '@souk/kit/graphql';

/** What the resolvers of catalog work with. */
export type CatalogContext = SubgraphContext;
