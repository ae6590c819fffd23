import { type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { Access } from '../access/access.js';
import type { GuardedSupergraph } from '../access/guarded-supergraph.js';

/** A supergraph in the forms in which planning and execution need it. */
export interface SupergraphSchemas {
  supergraph: Supergraph;
  planner: QueryPlanner;
  /** What clients see. */
  apiSchema: Schema;
  apiGraphqlSchema: GraphQLSchema;
  supergraphGraphqlSchema: GraphQLSchema;
  /** Who may see what of it. */
  access: Access;
}

export function buildSupergraphSchemas({ sdl, rules }: GuardedSupergraph): SupergraphSchemas {
  const supergraph = Supergraph.build(sdl);
  const apiSchema = supergraph.apiSchema();
  const apiGraphqlSchema = apiSchema.toGraphQLJSSchema();
  return {
    supergraph,
    planner: new QueryPlanner(supergraph),
    apiSchema,
    apiGraphqlSchema,
    supergraphGraphqlSchema: supergraph.schema.toGraphQLJSSchema(),
    access: new Access(apiGraphqlSchema, rules),
  };
}
