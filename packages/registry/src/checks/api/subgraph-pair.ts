import type { Subgraph } from '../../sdl/subgraph.js';

/** All subgraphs, as they were and as they are. */
export interface SubgraphsPair {
  before: readonly Subgraph[];
  after: readonly Subgraph[];
}

/** One subgraph, as it was and as it is. */
export interface SubgraphPair {
  before: Subgraph;
  after: Subgraph;
}

/** The subgraphs that were there before and still are. */
export function lastingSubgraphs({ before, after }: SubgraphsPair): SubgraphPair[] {
  return after.flatMap((subgraph) => {
    const former = before.find(({ name }) => name === subgraph.name);
    return former ? { before: former, after: subgraph } : [];
  });
}
