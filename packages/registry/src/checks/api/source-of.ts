import { parseSubgraph } from '../../sdl/parse-subgraph.js';
import { placesOf } from '../../sdl/places.js';
import type { SubgraphSdl } from '../../state/registry-state.js';
import type { CheckContext } from '../check.js';
import type { Finding } from '../finding.js';

type Source = Pick<Finding, 'file' | 'line'>;

/** Says where a coordinate stands. */
export type SourceOf = (coordinate: string) => Source;

/**
 * Finds coordinates in the SDL of the subgraphs: where the coordinate stands now; for what is gone, where the nearest
 * thing around it stands in the subgraph that had it, if there is still one.
 */
export function sourcesOf({ before, after }: CheckContext): SourceOf {
  const now = after.subgraphs.map(linesOf);
  const then = before.subgraphs.map(linesOf);
  return (coordinate) => {
    const here = now.find(({ lines }) => lines.has(coordinate));
    if (here) return sourceIn(here, coordinate);
    const former = then.find(({ lines }) => lines.has(coordinate));
    if (!former) return {};
    const successor = now.find(({ file }) => file === former.file);
    return successor ? sourceIn(successor, coordinate) : { file: former.file };
  };
}

interface Lines {
  file: string;
  lines: ReadonlyMap<string, number>;
}

function linesOf(sdl: SubgraphSdl): Lines {
  return {
    file: sdl.file,
    lines: new Map(placesOf(parseSubgraph(sdl)).map(({ coordinate, line }) => [coordinate, line])),
  };
}

function sourceIn({ file, lines }: Lines, coordinate: string): Source {
  const line = around(coordinate)
    .map((candidate) => lines.get(candidate))
    .find((found) => found !== undefined);
  return line === undefined ? { file } : { file, line };
}

/** `Query.order(id:)`, `Query.order`, `Query`. */
function around(coordinate: string): string[] {
  const [field = coordinate] = coordinate.split('(');
  const [type = coordinate] = coordinate.split('.');
  return [coordinate, field, type];
}
