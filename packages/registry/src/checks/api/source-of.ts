import { parseSubgraph } from '../../sdl/parse-subgraph.js';
import { placesOf } from '../../sdl/places.js';
import type { Place } from '../../sdl/subgraph.js';
import type { SubgraphSdl } from '../../state/registry-state.js';
import type { CheckContext } from '../check.js';
import type { Finding } from '../finding.js';

type Source = Pick<Finding, 'file' | 'line'>;

/** Says where a coordinate stands. */
export type SourceOf = (coordinate: string) => Source;

/**
 * Finds coordinates in the SDL of the subgraphs: where the coordinate stands now, rather in a subgraph that has changed it
 * than in another; for what is gone, where the nearest thing around it stands in the subgraph that had it, if there is
 * still one.
 */
export function sourcesOf({ before, after }: CheckContext): SourceOf {
  const now = after.subgraphs.map(readPlaces);
  const then = before.subgraphs.map(readPlaces);
  const formerText = (wanted: string, coordinate: string) =>
    then.find(({ file }) => file === wanted)?.places.get(coordinate)?.text;
  return (coordinate) => {
    const here = now.filter(({ places }) => places.has(coordinate));
    const changed = here.find(({ file, places }) => places.get(coordinate)?.text !== formerText(file, coordinate));
    const found = changed ?? here[0];
    if (found) return sourceIn(found, coordinate);
    const former = then.find(({ places }) => places.has(coordinate));
    if (!former) return {};
    const successor = now.find(({ file }) => file === former.file);
    return successor ? sourceIn(successor, coordinate) : { file: former.file };
  };
}

interface Places {
  file: string;
  places: ReadonlyMap<string, Place>;
}

function readPlaces(sdl: SubgraphSdl): Places {
  return {
    file: sdl.file,
    places: new Map(placesOf(parseSubgraph(sdl)).map((place) => [place.coordinate, place])),
  };
}

function sourceIn({ file, places }: Places, coordinate: string): Source {
  const line = around(coordinate)
    .map((candidate) => places.get(candidate)?.line)
    .find((found) => found !== undefined);
  return line === undefined ? { file } : { file, line };
}

/** `Query.order(id:)`, `Query.order`, `Query`. */
function around(coordinate: string): string[] {
  const [field = coordinate] = coordinate.split('(');
  const [type = coordinate] = coordinate.split('.');
  return [coordinate, field, type];
}
