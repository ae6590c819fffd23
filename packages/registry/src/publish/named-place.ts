import { parseSubgraph } from '../sdl/parse-subgraph.js';
import { placesOf } from '../sdl/places.js';
import type { SubgraphSdl } from '../state/registry-state.js';

/** Where something stands in the SDL of a subgraph. */
export interface SubgraphPlace {
  subgraph: string;
  /** `schema/subgraphs/<name>.graphql` */
  file: string;
  /** From 1; absent where nobody says. */
  line?: number | undefined;
}

/** The first coordinate in what composition says: `Field "Order.total" …`, `Interface field Named.name …`. */
export function coordinateIn(message: string): string | undefined {
  const [, quoted, bare] = /"([A-Z]\w*(?:\.\w+(?:\(\w+:\))?)?)"|\b([A-Z]\w*\.\w+)/.exec(message) ?? [];
  return quoted ?? bare;
}

/**
 * Where a coordinate stands of which composition does not say it: in the subgraph at fault, which it names last. Where it
 * names no coordinate either, at least the file.
 */
export function namedPlace(
  coordinate: string | undefined,
  message: string,
  subgraphs: readonly SubgraphSdl[],
): SubgraphPlace | undefined {
  const lastNamed = (name: string) => Math.max(message.lastIndexOf(`"${name}"`), message.lastIndexOf(`[${name}]`));
  const [place] = subgraphs
    .flatMap((subgraph) => placeIn(subgraph, coordinate) ?? [])
    .sort((one, other) => lastNamed(other.subgraph) - lastNamed(one.subgraph));
  return place ?? namedSubgraph(message, subgraphs);
}

/** What is wrong with one subgraph begins with its name: `[orders] Unknown argument …`. */
function namedSubgraph(message: string, subgraphs: readonly SubgraphSdl[]): SubgraphPlace | undefined {
  const found = subgraphs.find(({ name }) => message.startsWith(`[${name}] `));
  return found && { subgraph: found.name, file: found.file };
}

function placeIn(subgraph: SubgraphSdl, coordinate: string | undefined): SubgraphPlace | undefined {
  const { name, file } = subgraph;
  const found = placesOf(parseSubgraph(subgraph)).find((place) => place.coordinate === coordinate);
  return found && { subgraph: name, file, line: found.line };
}
