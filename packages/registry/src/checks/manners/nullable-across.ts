import { outputFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, SdlType, Subgraph } from '../../sdl/subgraph.js';
import { isRequired, namedType } from '../../sdl/type-text.js';
import { keyFields, ownerOf } from './entity-owner.js';

/**
 * What comes from another subgraph is nullable, so that one subgraph that is down costs its own fields and nothing else:
 * what is added to another's entity, and what leads to one.
 */
export function nullableAcross(subgraph: Subgraph, all: readonly Subgraph[]): Remark[] {
  const isForeign = (type: string) => ![undefined, subgraph.name].includes(ownerOf(namedType(type), all));
  return outputFields(subgraph)
    .filter(({ field }) => isRequired(field.type))
    .filter(({ owner, field }) => (isForeign(owner.name) && isAddition(owner, field)) || isForeign(field.type))
    .map(({ field: place }) => ({
      place,
      code: 'FOREIGN_NOT_NULLABLE',
      message: `${place.coordinate} crosses from one subgraph to another, and is never null.`,
      fix: `Make it nullable: ${place.type.slice(0, -1)}.`,
    }));
}

function isAddition(owner: SdlType, { name, directives }: Member): boolean {
  return !keyFields(owner).includes(name) && !directives.some((directive) => directive.name === 'external');
}
