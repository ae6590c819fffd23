import { readSubgraphs } from '../state/read-subgraphs.js';
import type { SubgraphSdl } from '../state/registry-state.js';
import { timed } from '../timed.js';
import { type Composition, compose } from './compose.js';

/** The subgraphs as their code says, and what they are together. */
export interface Graph extends Composition {
  subgraphs: readonly SubgraphSdl[];
  composedInMs: number;
}

/** Reads every subgraph's SDL from its code and composes them. @throws {RegistryInputError} for one that has none. */
export async function readGraph(root: string): Promise<Graph> {
  const subgraphs = await readSubgraphs(root);
  const { result: composition, tookMs } = await timed(() => compose(subgraphs));
  return { ...composition, subgraphs, composedInMs: tookMs };
}
