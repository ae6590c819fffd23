import type { GraphQLSchema } from 'graphql';
import type { Policies } from '../../policies.js';

/** What the page of the graph is made from. */
export interface GraphReference {
  /** What clients see. */
  api: GraphQLSchema;
  policies: Policies;
  /** The subgraphs that each element comes from, by its coordinate. */
  owners: ReadonlyMap<string, readonly string[]>;
}
