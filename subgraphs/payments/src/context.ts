import type { SubgraphContext } from '@souk/kit/graphql';

/** What the resolvers of payments work with. */
export type PaymentsContext = SubgraphContext;
