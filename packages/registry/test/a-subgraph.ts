import { sdlHeader } from '../src/state/generated-mark.js';
import type { SubgraphSdl } from '../src/state/registry-state.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@inaccessible", "@override", "@external", "@authenticated", "@requiresScopes", "@cost", "@listSize"
])\n\n`;

/** A subgraph with the directives that ours use. `lineOf` says where something stands in its file. */
export function aSubgraph(name: string, definitions: string): SubgraphSdl & { lineOf(text: string): number } {
  const sdl = sdlHeader + link + definitions;
  const lineOf = (text: string) => sdl.slice(0, sdl.indexOf(text)).split('\n').length;
  return { name, file: `schema/subgraphs/${name}.graphql`, sdl, lineOf };
}
