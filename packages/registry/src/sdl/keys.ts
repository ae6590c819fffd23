import { parse, print } from 'graphql';
import type { SdlType } from './subgraph.js';

/** The fields of each @key of a type, such as `id` or `sku shop { id }`. */
export function keysOf({ directives }: Pick<SdlType, 'directives'>): string[] {
  const keys = directives.filter(({ name }) => name === 'key');
  return keys.map(({ arguments: given }) => asWritten(String(given['fields'])));
}

/** The same fields are the same key, however they are spaced. */
function asWritten(fields: string): string {
  return print(parse(`{ ${fields} }`))
    .replaceAll(/\s+/g, ' ')
    .slice(2, -2);
}
