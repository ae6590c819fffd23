import { parseSubgraph } from '../src/sdl/parse-subgraph.js';
import type { SdlRule } from '../src/sdl/sdl-rule.js';

/** A piece of SDL, or one piece for each subgraph by its name. */
export type Sdl = string | Record<string, string>;

/** What a rule remarks, as `CODE coordinate`, each once. */
export function remarksOf(rule: SdlRule, sdl: Sdl): string[] {
  const sdls = typeof sdl === 'string' ? { shop: sdl } : sdl;
  const subgraphs = Object.entries(sdls).map(([name, text]) =>
    parseSubgraph({ name, file: `schema/subgraphs/${name}.graphql`, sdl: text }),
  );
  const remarks = subgraphs.flatMap((subgraph) => rule(subgraph, subgraphs));
  return [...new Set(remarks.map(({ code, place }) => `${code} ${place.coordinate}`))];
}
