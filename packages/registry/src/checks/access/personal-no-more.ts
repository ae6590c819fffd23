import { outputFields } from '../../sdl/places.js';
import type { Place, Subgraph } from '../../sdl/subgraph.js';
import type { SubgraphsPair } from '../api/subgraph-pair.js';
import type { Finding } from '../finding.js';
import { declaredCoordinates } from './declared.js';

interface Lost {
  place: Place;
  subgraph: Subgraph;
}

/** What was declared personal stays so, unless its owner has looked again and says that it is not. */
export function personalNoMore({ before, after }: SubgraphsPair): Finding[] {
  const then = declaredCoordinates(before, 'personal');
  const looked = [declaredCoordinates(after, 'personal'), declaredCoordinates(after, 'not-personal')];
  const lost = after.flatMap((subgraph) =>
    outputFields(subgraph)
      .map(({ owner, field }) => ({
        names: [owner.name, field.coordinate],
        place: then.has(owner.name) ? owner : field,
      }))
      .filter(({ names }) => names.some((name) => then.has(name)))
      .filter(({ names }) => !names.some((name) => looked.some((declared) => declared.has(name))))
      .map(({ place }): Lost => ({ place, subgraph })),
  );
  return [...Map.groupBy(lost, ({ place }) => place.coordinate).values()].map((places) =>
    toFinding(places.find((found) => wasDeclaredIn(found, before)) ?? (places[0] as Lost)),
  );
}

/** Other subgraphs may have the type as well; the one that had declared it is to say what became of it. */
function wasDeclaredIn({ place, subgraph }: Lost, before: readonly Subgraph[]): boolean {
  const former = before.filter(({ name }) => name === subgraph.name);
  return declaredCoordinates(former, 'personal').has(place.coordinate);
}

function toFinding({ place: { coordinate, line }, subgraph }: Lost): Finding {
  return {
    check: 'access',
    level: 'error',
    code: 'PERSONAL_NO_MORE',
    coordinate,
    message: `${coordinate} was declared personal, and is not any more: nothing would see to it that it stays guarded.`,
    fix:
      `Put @Directive('@tag(name: "personal")') back on ${coordinate} in subgraphs/${subgraph.name}/src/graphql, with its ` +
      `access rule; or, if it tells nothing about a person, put @Directive('@tag(name: "not-personal")') in its place.`,
    file: subgraph.file,
    line,
  };
}
