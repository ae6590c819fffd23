import { membersOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, Subgraph } from '../../sdl/subgraph.js';
import { isRequired, namedType } from '../../sdl/type-text.js';

/** What is found by its id is none: `productById`. Besides ids, the keys that clients choose are of type ID. */
const calledId = /^ids?$|(?<!By)Ids?$/;
const mayBeId = /^ids?$|Ids?$|Key$/;

/** What is called `id` or `…Id` is an ID, and what is an ID is called so; `id` is always there. */
export function idType(subgraph: Subgraph): Remark[] {
  return membersOf(subgraph).flatMap((member) => {
    const isId = namedType(member.type) === 'ID';
    if (calledId.test(member.name) && !isId) return [remark(member, 'Make it an ID.')];
    if (!mayBeId.test(member.name) && isId) return [remark(member, `Call it ${member.name}Id.`)];
    if (member.name === 'id' && !isRequired(member.type)) return [remark(member, 'Make it ID!.')];
    return [];
  });
}

function remark(place: Member, fix: string): Remark {
  return { place, code: 'ID_TYPE', message: `${place.coordinate} is of type ${place.type}.`, fix };
}
