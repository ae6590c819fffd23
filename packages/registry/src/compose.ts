import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import type { SubgraphSdl } from './read-subgraphs.js';

export interface Composition {
  supergraph: string;
  /** What clients see. */
  api: string;
  /** What composition finds worth a remark. */
  hints: string[];
}

/** Hints that the house's manners make on purpose: each subgraph declares just its own refusals. */
const expectedHints = new Set(['INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM', 'INCONSISTENT_DESCRIPTION']);

/**
 * Composes the subgraphs. The addresses in the supergraph are names only; the router is told where each one listens.
 * @throws {Error} with every composition error.
 */
export function compose(subgraphs: readonly SubgraphSdl[]): Composition {
  const services = subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(sdl) }));
  const result = composeServices(services);
  if (result.errors) {
    throw new Error(`The subgraphs do not compose:\n${result.errors.map((error) => `  ${error.message}`).join('\n')}`);
  }
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES };
  const apiSchema = Supergraph.build(result.supergraphSdl, options).apiSchema().toGraphQLJSSchema();
  const hints = (result.hints ?? []).filter(({ definition }) => !expectedHints.has(definition.code));
  return {
    supergraph: result.supergraphSdl,
    api: `${printSchema(lexicographicSortSchema(apiSchema))}\n`,
    hints: hints.map(({ definition, message }) => `${definition.code}: ${message}`),
  };
}
