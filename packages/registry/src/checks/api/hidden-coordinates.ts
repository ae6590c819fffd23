import { parseSubgraph } from '../../sdl/parse-subgraph.js';
import { placesOf } from '../../sdl/places.js';
import type { SubgraphSdl } from '../../state/registry-state.js';

/** What subgraphs serve and clients do not see: the coordinates of all that is @inaccessible. */
export function hiddenCoordinates(subgraphs: readonly SubgraphSdl[]): Set<string> {
  const places = subgraphs.flatMap((subgraph) => placesOf(parseSubgraph(subgraph)));
  const hidden = places.filter(({ directives }) => directives.some(({ name }) => name === 'inaccessible'));
  return new Set(hidden.map(({ coordinate }) => coordinate));
}
