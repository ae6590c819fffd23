import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { toGraphqlError } from '../subgraphs/subgraph-errors.js';

/** A subgraph would not begin a subscription; its errors say why, reduced to what may travel on. */
export class SubscriptionRefusedError extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('The subgraph refused the subscription.');
    this.name = 'SubscriptionRefusedError';
    this.errors = errors.map(toGraphqlError);
  }
}
