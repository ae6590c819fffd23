import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { CompileCachedQuestion } from '../../cache/compile-cached-question.js';
import type { AskSubgraph } from '../../subgraphs/ask-subgraph.js';
import type { Step } from '../execution.js';
import { inParts } from './ask-in-parts.js';
import { batchEntities, deliver } from './entity-batch.js';
import { failureOf, mostErrorsOfFailure, placeEntityErrors, placeRootErrors } from './fetch-errors.js';
import { mergeInto } from './merge.js';
import { type Ask, compileQuestion } from './question.js';
import { compileRewrites } from './rewrites.js';
import { gatherAt, type PlanPath, placesAt } from './walk-path.js';
import { compileRepresentations } from './write-representation.js';

export interface FetchParts {
  askSubgraph: AskSubgraph;
  /** Absent where nothing may come from a cache. */
  compileCachedQuestion?: CompileCachedQuestion | undefined;
  /** The supergraph, with all types that subgraphs know. */
  supergraphSchema: GraphQLSchema;
}

function askOf(node: FetchNode, { askSubgraph, compileCachedQuestion }: FetchParts): Ask {
  return compileCachedQuestion?.(node, askSubgraph) ?? compileQuestion(node, askSubgraph);
}

/** Compiles a fetch of root fields. Its answer belongs to the root, or to every object at the path. */
export function compileRootFetch(node: FetchNode, parts: FetchParts, path: PlanPath): Step {
  const ask = askOf(node, parts);
  const rewrite = node.outputRewrites && compileRewrites(node.outputRewrites, parts.supergraphSchema);
  return async (execution) => {
    const targets = gatherAt(execution.root, path);
    if (targets.length === 0) return;
    try {
      const { data, errors } = await ask(execution);
      if (errors) execution.errors.push(...placeRootErrors(errors, placesAt(execution.root, path), node.serviceName));
      if (!data) return;
      rewrite?.(data);
      for (const target of targets) mergeInto(target, data, targets.length > 1);
    } catch (error) {
      execution.errors.push(failureOf(error));
    }
  };
}

/** Compiles a fetch that completes the entities at a path, all of them by one request unless they are very many. */
export function compileEntityFetch(node: FetchNode, parts: FetchParts, path: PlanPath): Step {
  const ask = inParts(askOf(node, parts));
  const write = compileRepresentations(node, parts.supergraphSchema);
  const rewrite = node.outputRewrites && compileRewrites(node.outputRewrites, parts.supergraphSchema);
  return async (execution) => {
    const batch = batchEntities(gatherAt(execution.root, path), write);
    if (batch.representations.length === 0) return;
    try {
      const { data, errors } = await ask(execution, batch.representations);
      if (errors) {
        const places = placesAt(execution.root, path);
        const placed = placeEntityErrors(errors, { path, places, batch }, node.serviceName);
        execution.errors.push(...(data ? placed : placed.slice(0, mostErrorsOfFailure)));
      }
      if (data) deliver(batch, data['_entities'], rewrite);
    } catch (error) {
      execution.errors.push(failureOf(error));
    }
  };
}
