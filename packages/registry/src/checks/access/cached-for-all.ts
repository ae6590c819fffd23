import { typesOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, Place, SdlType, Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';
import { personalCoordinates } from './declared.js';
import { guardInAll, guardOf } from './guard.js';

/** What not everybody may see is not kept for everybody: where it has a hint for caches, or its type has, it is private. */
export function cachedForAll(subgraph: Subgraph, all: readonly Subgraph[]): Remark[] {
  const personal = personalCoordinates(all);
  const isReserved = (type: string) =>
    personal.has(type) || guardOf(all.map(({ types }) => types.get(type))) !== undefined;
  const isReservedField = (owner: SdlType, { name, coordinate, type }: Member) =>
    personal.has(coordinate) || guardInAll(owner.name, name, all) !== undefined || isReserved(namedType(type));
  return typesOf(subgraph, 'object', 'interface', 'union')
    .flatMap((type): Place[] => {
      if (isReserved(type.name)) return [type, ...type.fields].filter(isForAll);
      return type.fields.filter((field) => isReservedField(type, field) && isForAll(hinted(field, type)));
    })
    .map(toRemark);
}

/** A field without a hint of its own is kept as its type is. */
function hinted(field: Member, type: SdlType): Place {
  return hintOf(field) ? field : type;
}

/** Without a scope, a hint is for everybody. */
function isForAll(place: Place): boolean {
  const hint = hintOf(place);
  return hint !== undefined && hint.arguments['scope'] !== 'PRIVATE';
}

function hintOf({ directives }: Place) {
  return directives.find(({ name }) => name === 'cacheControl');
}

function toRemark(place: Place): Remark {
  const { coordinate } = place;
  return {
    place,
    code: 'CACHED_FOR_ALL',
    message: `Not everybody may see ${coordinate}, and a cache may keep it for everybody.`,
    fix: `Say in the hint of ${coordinate} that it is for nobody but who asked: @Directive('@cacheControl(maxAge: …, scope: PRIVATE)'); or give neither it nor its type a hint.`,
  };
}
