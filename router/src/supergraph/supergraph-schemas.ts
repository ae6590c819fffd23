import { type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';

/** A supergraph in the forms in which planning and execution need it. */
export interface SupergraphSchemas {
  supergraph: Supergraph;
  planner: QueryPlanner;
  /** What clients see. */
  apiSchema: Schema;
  apiGraphqlSchema: GraphQLSchema;
  supergraphGraphqlSchema: GraphQLSchema;
}

export function buildSupergraphSchemas(supergraphSdl: string): SupergraphSchemas {
  const supergraph = Supergraph.build(supergraphSdl);
  const apiSchema = supergraph.apiSchema();
  return {
    supergraph,
    planner: new QueryPlanner(supergraph),
    apiSchema,
    apiGraphqlSchema: apiSchema.toGraphQLJSSchema(),
    supergraphGraphqlSchema: supergraph.schema.toGraphQLJSSchema(),
  };
}
