import { outputFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';

const paging: Record<string, string> = { first: 'Int', after: 'String' };

/** Connections are paged forwards with `first: Int` and `after: String`, and nothing else is. */
export function connectionArguments(subgraph: Subgraph): Remark[] {
  return outputFields(subgraph)
    .filter(({ field }) => !isPagedRightly(field))
    .map(({ field: place }) => ({
      place,
      code: 'CONNECTION_ARGUMENTS',
      message: isConnection(place)
        ? `${place.coordinate} is a connection that is not paged with first: Int and after: String.`
        : `${place.coordinate} is paged, and no connection.`,
      fix: isConnection(place)
        ? 'Let it take ConnectionArguments of @souk/kit/graphql.'
        : 'Let it answer with a connection, made by connectionOf of @souk/kit/graphql.',
    }));
}

function isConnection({ type }: Member): boolean {
  return namedType(type).endsWith('Connection');
}

function isPagedRightly(field: Member): boolean {
  const expected = isConnection(field) ? paging : {};
  return ['first', 'after', 'last', 'before'].every((name) => {
    const argument = field.arguments.find((given) => given.name === name);
    return argument?.type === expected[name];
  });
}
