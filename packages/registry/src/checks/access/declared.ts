import { outputFields, typesOf } from '../../sdl/places.js';
import type { Place, Subgraph } from '../../sdl/subgraph.js';

/**
 * What its owner says of a type or a field beside its code, as federation's `@tag(name: …)`:
 * - `personal`: tells something about a person; nobody sees it without an access rule.
 * - `not-personal`: sounds as if it did; somebody looked, and it does not, or needs no rule.
 * - `open`: a root field that anybody may ask for, on purpose.
 */
export type Declaration = 'personal' | 'not-personal' | 'open';

export function isDeclared({ directives }: Place, declaration: Declaration): boolean {
  return directives.some(({ name, arguments: given }) => name === 'tag' && given['name'] === declaration);
}

/** The coordinates of all that some subgraph declares so: types, and fields of other types. */
export function declaredCoordinates(all: readonly Subgraph[], declaration: Declaration): Set<string> {
  const places = all.flatMap((subgraph) => [
    ...typesOf(subgraph, 'object'),
    ...outputFields(subgraph).map(({ field }) => field),
  ]);
  return new Set(places.filter((place) => isDeclared(place, declaration)).map(({ coordinate }) => coordinate));
}

/** The coordinates of all that some subgraph declares personal. */
export function personalCoordinates(all: readonly Subgraph[]): Set<string> {
  return declaredCoordinates(all, 'personal');
}
