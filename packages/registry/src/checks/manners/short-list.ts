import { outputFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, SdlType, Subgraph } from '../../sdl/subgraph.js';
import { isList, namedType } from '../../sdl/type-text.js';

/** These hold what was asked for by name or by page. */
const bounded = /(Payload|Connection)$/;

/**
 * A list that can grow is a connection. A list of things with an id, or at the root, that stays short says how long it is
 * thought to be, which the cost of an operation is reckoned with too.
 */
export function shortList(subgraph: Subgraph): Remark[] {
  return outputFields(subgraph)
    .filter(({ owner, field }) => isList(field.type) && !bounded.test(owner.name) && canGrow(owner, field, subgraph))
    .filter(({ field }) => !field.directives.some(({ name }) => name === 'listSize'))
    .map(({ field: place }) => ({
      place,
      code: 'LIST_MAY_GROW',
      message: `${place.coordinate} is a list without pages.`,
      fix: 'Make it a connection (connectionOf, ConnectionArguments); if it cannot grow, say how long it is with @listSize(assumedSize: …).',
    }));
}

function canGrow({ name }: SdlType, field: Member, { types }: Subgraph): boolean {
  const items = types.get(namedType(field.type));
  if (items?.kind !== 'object') return false;
  return name === 'Query' || items.fields.some((itemField) => itemField.name === 'id');
}
