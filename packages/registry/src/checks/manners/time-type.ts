import { membersOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';

/** Times are DateTime and end in At, and nothing else does. */
export function timeType(subgraph: Subgraph): Remark[] {
  return membersOf(subgraph)
    .filter(({ name, type }) => name.endsWith('At') !== (namedType(type) === 'DateTime'))
    .map((place) => ({
      place,
      code: 'TIME_TYPE',
      message: `${place.coordinate} is of type ${place.type}.`,
      fix: place.name.endsWith('At') ? 'Make it a DateTime.' : 'Give it a name that ends in At, such as createdAt.',
    }));
}
