import { composeServices } from '@apollo/composition';
import { type GraphQLSchema, parse } from 'graphql';
import { subgraphParts } from './subgraph-parts.js';

export interface ComposedGraph {
  supergraphSdl: string;
  /** What clients see. */
  api: GraphQLSchema;
}

/** @throws {AggregateError} when the parts do not fit together. */
export function composeGraph(urls: Readonly<Record<string, string>>): ComposedGraph {
  const services = subgraphParts.map(({ name, typeDefs }) => ({ name, url: urls[name], typeDefs: parse(typeDefs) }));
  const { supergraphSdl, schema, errors } = composeServices(services);
  if (!supergraphSdl) throw new AggregateError(errors ?? [], 'The graph of this bench does not compose.');
  return { supergraphSdl, api: schema.toAPISchema().toGraphQLJSSchema() };
}
