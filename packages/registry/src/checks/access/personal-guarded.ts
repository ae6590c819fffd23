import { typesOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Place, SdlType, Subgraph } from '../../sdl/subgraph.js';
import { personalCoordinates } from './declared.js';
import { guardOf } from './guard.js';

/** Whatever is personal has a rule, on its type or on itself, in every subgraph that declares it. */
export function personalGuarded(subgraph: Subgraph, all: readonly Subgraph[]): Remark[] {
  const personal = personalCoordinates(all);
  return typesOf(subgraph, 'object')
    .flatMap((type) => openPlaces(type, personal))
    .map((place) => ({
      place,
      code: 'PERSONAL_UNGUARDED',
      message: `${place.coordinate} tells something about a person, and anybody may ask for it.`,
      fix: `Put @Directive('@authenticated'), or @requiresScopes(scopes: …), on ${place.coordinate} in subgraphs/${subgraph.name}/src/graphql.`,
    }));
}

/** The personal fields without a rule; the type instead, where none of them has one. */
function openPlaces(type: SdlType, personal: ReadonlySet<string>): Place[] {
  const fields = type.fields.filter(({ coordinate }) => personal.has(type.name) || personal.has(coordinate));
  const open = fields.filter((field) => !guardOf([type, field]));
  return personal.has(type.name) && open.length === fields.length && open.length > 0 ? [type] : open;
}
