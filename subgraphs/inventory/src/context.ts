import type { SubgraphContext } from '@souk/kit/graphql';

/** What the resolvers of inventory work with: nothing beyond what every subgraph has. */
export type InventoryContext = SubgraphContext;
