import { rootFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Subgraph } from '../../sdl/subgraph.js';
import { isRequired } from '../../sdl/type-text.js';

/** Root fields are nullable, so that one that fails does not take the others with it. A subscription has no others. */
export function nullableRoot(subgraph: Subgraph): Remark[] {
  return [...rootFields(subgraph, 'Query'), ...rootFields(subgraph, 'Mutation')]
    .filter(({ type }) => isRequired(type))
    .map((place) => ({
      place,
      code: 'ROOT_NOT_NULLABLE',
      message: `${place.coordinate} is never null: when it fails, the whole answer is.`,
      fix: `Make it nullable: ${place.type.slice(0, -1)}.`,
    }));
}
