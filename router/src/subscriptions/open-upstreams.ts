import type { Logger } from '@souk/kit/observability';
import type { Subgraphs } from '../subgraphs/open-subgraphs.js';
import { Upstream } from './upstream.js';

export interface Upstreams {
  of(subgraph: string): Upstream;
  close(): void;
}

/** One shared connection for each subgraph, on the path of its queries. */
export function openUpstreams(subgraphs: Subgraphs, logger: Logger): Upstreams {
  const all = subgraphs
    .all()
    .map(({ name, url }) => [name, new Upstream(name, url.replace(/^http/, 'ws'), logger)] as const);
  const byName = new Map(all);
  return {
    of: (name) => {
      const upstream = byName.get(name);
      if (!upstream) throw new Error(`The supergraph has no subgraph "${name}".`);
      return upstream;
    },
    close: () => {
      for (const upstream of byName.values()) upstream.close();
    },
  };
}
