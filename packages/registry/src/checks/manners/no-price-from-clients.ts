import { rootFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';
import { isCalledMinor, isCalledMoney } from './money-words.js';

/** A price is never accepted from a client. Whoever has scopes for it is staff, and staff set prices. */
export function noPriceFromClients(subgraph: Subgraph): Remark[] {
  const inputs = rootFields(subgraph, 'Mutation')
    .filter(({ directives }) => !directives.some(({ name }) => name === 'requiresScopes'))
    .flatMap(({ arguments: given }) => inside(given, subgraph.types, new Set()));
  return [...new Set(inputs)]
    .filter(({ name }) => isCalledMoney(name) || isCalledMinor(name))
    .map((place) => ({
      place,
      code: 'PRICE_FROM_CLIENT',
      message: `${place.coordinate} lets a client say what something costs.`,
      fix: 'Take it out and look it up; if only staff may send it, guard the mutation with @requiresScopes.',
    }));
}

/** What is sent with these arguments, down to the innermost input. */
function inside(members: readonly Member[], types: Subgraph['types'], seen: Set<string>): Member[] {
  return members.flatMap((member) => {
    const input = types.get(namedType(member.type));
    if (!input || seen.has(input.name)) return [member];
    return [member, ...inside(input.fields, types, seen.add(input.name))];
  });
}
