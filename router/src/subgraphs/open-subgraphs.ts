import type { Supergraph } from '@apollo/federation-internals';
import { Subgraph, type SubgraphOptions } from './subgraph.js';

export interface Subgraphs {
  /** @throws {Error} when the supergraph has no subgraph of this name. */
  get(name: string): Subgraph;
  all(): Subgraph[];
  close(): Promise<void>;
}

/**
 * The subgraphs of a supergraph, each at the address given for it, or else at the supergraph's own.
 * @throws {Error} that names every subgraph without an address.
 */
export function openSubgraphs(
  supergraph: Supergraph,
  urls: Record<string, string>,
  options: Omit<SubgraphOptions, 'name' | 'url'>,
): Subgraphs {
  const addresses = [...supergraph.subgraphsMetadata()].map(({ name, url }) => ({ name, url: urls[name] ?? url }));
  const missing = addresses.filter(({ url }) => !URL.canParse(url)).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`No address is known of: ${missing.join(', ')}. Name it in SUBGRAPH_URLS.`);
  const byName = new Map(addresses.map((address) => [address.name, new Subgraph({ ...options, ...address })]));
  return {
    get: (name) => {
      const subgraph = byName.get(name);
      if (!subgraph) throw new Error(`The supergraph has no subgraph "${name}".`);
      return subgraph;
    },
    all: () => [...byName.values()],
    close: async () => {
      await Promise.all([...byName.values()].map((subgraph) => subgraph.close()));
    },
  };
}
