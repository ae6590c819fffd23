import type { SdlType, Subgraph } from '../../sdl/subgraph.js';

/**
 * The subgraph that says most about an entity is its owner; the others add to it or refer to it.
 * Undefined for what is no entity, and where two say equally much.
 */
export function ownerOf(entity: string, all: readonly Subgraph[]): string | undefined {
  const shares = all
    .map(({ name, types }) => ({ name, count: ownFields(types.get(entity)) }))
    .filter(({ count }) => count >= 0)
    .sort((one, other) => other.count - one.count);
  const [first, second] = shares;
  return first && first.count !== second?.count ? first.name : undefined;
}

/** The fields that make up an entity's key. */
export function keyFields({ directives }: SdlType): string[] {
  const keys = directives.filter(({ name }) => name === 'key').map(({ arguments: { fields } }) => String(fields));
  return keys.flatMap((fields) => fields.split(/[\s,{}]+/));
}

/** -1 for what is no entity. */
function ownFields(type: SdlType | undefined): number {
  if (!type?.directives.some(({ name }) => name === 'key')) return -1;
  return type.fields.filter(({ directives }) => !directives.some(({ name }) => name === 'external')).length;
}
