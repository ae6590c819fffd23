import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, validate } from 'graphql';
import type { ComposedState } from '../../state/registry-state.js';
import { costSchemaOf } from './cost-schema.js';
import { fetchCount } from './fetch-count.js';

/** What a state does with operations. */
export interface Planning {
  /** The schema in which costs stand. */
  costSchema: GraphQLSchema;
  /** Whether an operation is valid there. */
  accepts(document: DocumentNode): boolean;
  /** How many fetches an operation takes; undefined when it is not valid there. @throws {Error} when it has no plan. */
  fetches(document: DocumentNode): number | undefined;
}

/** Makes the planner of a state, which is dear, once for all of its operations. */
export function planningOf({ supergraph, supergraphSdl, api }: ComposedState): Planning {
  const planner = new QueryPlanner(supergraph);
  const apiSchema = supergraph.apiSchema();
  const accepts = (document: DocumentNode) => validate(api, document).length === 0;
  return {
    costSchema: costSchemaOf(supergraphSdl),
    accepts,
    fetches: (document) => {
      if (!accepts(document)) return undefined;
      return fetchCount(planner.buildQueryPlan(operationFromDocument(apiSchema, document)));
    },
  };
}
