import type { FetchNode } from '@apollo/query-planner';
import { type Ask, compileQuestion } from '../execution/plan/question.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import { cachedEntityQuestion, cachedRootQuestion } from './cached-question.js';
import { keepableFetch } from './keepable-fetch.js';
import type { ResponseCache } from './response-cache.js';
import type { KeepingParts } from './selection-reader.js';

/** Compiles a question whose answer may be kept; undefined when it may not, so that asking it costs nothing more. */
export type CompileCachedQuestion = (node: FetchNode, askSubgraph: AskSubgraph) => Ask | undefined;

export function createCachedQuestionCompiler(cache: ResponseCache, parts: KeepingParts): CompileCachedQuestion {
  return (node, askSubgraph) => {
    const fetch = keepableFetch(node, parts);
    if (!fetch) return undefined;
    const ask = compileQuestion({ ...node, operation: fetch.operation }, askSubgraph);
    return node.requires
      ? cachedEntityQuestion({ node, fetch, cache, ask })
      : cachedRootQuestion({ node, fetch, cache, ask });
  };
}
