import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, type ServiceDefinition, Supergraph } from '@apollo/federation-internals';
import { GraphQLError, lexicographicSortSchema, parse } from 'graphql';
import type { ComposedState, SubgraphSdl } from '../state/registry-state.js';
import {
  type CompositionHint,
  type CompositionRemark,
  remarkOfHint,
  remarkOfSyntaxError,
  remarksOfError,
} from './composition-remark.js';

/** What the subgraphs are together. */
export type ComposedGraph = Pick<ComposedState, 'supergraph' | 'supergraphSdl' | 'api'>;

export interface Composition {
  /** Absent when there are errors. */
  composed?: ComposedGraph;
  errors: readonly CompositionRemark[];
  hints: readonly CompositionRemark[];
}

/** Hints that the house's manners make on purpose: each subgraph declares just its own refusals. */
const expectedHints = new Set(['INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM', 'INCONSISTENT_DESCRIPTION']);

/**
 * Composes the subgraphs. The addresses in the supergraph are names only; the router is told where each one listens.
 * Errors are given back, never thrown.
 */
export function compose(subgraphs: readonly SubgraphSdl[]): Composition {
  const { services, errors } = parseSubgraphs(subgraphs);
  if (errors.length > 0) return { errors, hints: [] };
  const result = composeServices(services);
  if (result.errors) return { errors: result.errors.flatMap((error) => remarksOfError(error, subgraphs)), hints: [] };
  const hints = result.hints.filter((hint) => !isExpected(hint)).map((hint) => remarkOfHint(hint, subgraphs));
  return { composed: read(result.supergraphSdl), errors: [], hints };
}

function parseSubgraphs(subgraphs: readonly SubgraphSdl[]) {
  const services: ServiceDefinition[] = [];
  const errors: CompositionRemark[] = [];
  for (const subgraph of subgraphs) {
    const { name, sdl } = subgraph;
    try {
      services.push({ name, url: `http://${name}/graphql`, typeDefs: parse(sdl) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      errors.push(remarkOfSyntaxError(error, subgraph));
    }
  }
  return { services, errors };
}

/** The enum of cache hints is used by a directive that composition does not compose, which it finds odd. */
function isExpected({ definition, coordinate }: CompositionHint): boolean {
  return (
    expectedHints.has(definition.code) || (definition.code === 'UNUSED_ENUM_TYPE' && coordinate === 'CacheControlScope')
  );
}

function read(supergraphSdl: string): ComposedGraph {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  return { supergraph, supergraphSdl, api: lexicographicSortSchema(supergraph.apiSchema().toGraphQLJSSchema()) };
}
