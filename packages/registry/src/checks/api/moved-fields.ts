import { outputFields } from '../../sdl/places.js';
import type { Member, Subgraph } from '../../sdl/subgraph.js';
import type { Finding } from '../finding.js';
import type { SubgraphsPair } from './subgraph-pair.js';

/** Fields that another subgraph serves now: some that did do not any more, and some do that did not. */
export function movedFields({ before, after }: SubgraphsPair): Finding[] {
  const then = serversIn(before);
  return [...serversIn(after)].flatMap(([coordinate, now]) => {
    const former = then.get(coordinate) ?? [];
    const gone = former.filter((name) => !now.includes(name));
    const come = now.filter((name) => !former.includes(name));
    return gone.length > 0 && come.length > 0 ? toNote(coordinate, { former, now }, after) : [];
  });
}

/** The subgraphs that serve a field, for every field. */
function serversIn(subgraphs: readonly Subgraph[]): Map<string, string[]> {
  const fields = subgraphs.flatMap((subgraph) => outputFields(subgraph).map(({ field }) => ({ field, subgraph })));
  const byCoordinate = Map.groupBy(fields, ({ field }) => field.coordinate);
  return new Map(
    [...byCoordinate].map(([coordinate, found]) => {
      const overridden = found.flatMap(({ field }) => overriddenBy(field));
      const serving = found.filter(({ field, subgraph }) => !isExternal(field) && !overridden.includes(subgraph.name));
      return [coordinate, serving.map(({ subgraph }) => subgraph.name)];
    }),
  );
}

function isExternal({ directives }: Member): boolean {
  return directives.some(({ name }) => name === 'external');
}

/** A progressive override leaves a share to the other subgraph, which serves it still. */
function overriddenBy({ directives }: Member): string[] {
  const overrides = directives.filter(({ name, arguments: given }) => name === 'override' && !given['label']);
  return overrides.map(({ arguments: given }) => String(given['from']));
}

function toNote(
  coordinate: string,
  { former, now }: { former: readonly string[]; now: readonly string[] },
  subgraphs: readonly Subgraph[],
): Finding {
  const server = subgraphs.find(({ name }) => name === now[0]);
  const [type = '', field] = coordinate.split('.');
  const line = server?.types.get(type)?.fields.find(({ name }) => name === field)?.line;
  return {
    check: 'api',
    level: 'note',
    code: 'FIELD_MOVED',
    coordinate,
    message: `${now.join(', ')} serves it now; before, ${former.join(', ')} did.`,
    ...(server && { file: server.file }),
    ...(line && { line }),
  };
}
