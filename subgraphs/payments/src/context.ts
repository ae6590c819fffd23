import type { SubgraphContext } from '@souk/kit/graphql';
import type { HandlerContext } from '@souk/kit/messaging';

/** What the resolvers of payments work with. */
export type PaymentsContext = SubgraphContext;

/** What the event handlers of payments work with. */
export interface PaymentsHandlerContext extends HandlerContext {
  /** The names of the providers that are offered. */
  offeredProviders: ReadonlySet<string>;
}
