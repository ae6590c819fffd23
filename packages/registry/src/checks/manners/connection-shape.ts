import { typesOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Place, SdlType, Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';

const fix = 'Declare it with `connectionOf` of @souk/kit/graphql.';

/**
 * A connection has edges with `node` and `cursor`, the same things as `nodes`, and a `totalCount` that is a number where it
 * has one. That it has `edges` and `pageInfo` at all, graphql-eslint sees.
 */
export function connectionShape(subgraph: Subgraph): Remark[] {
  return typesOf(subgraph, 'object')
    .filter(({ name }) => name.endsWith('Connection'))
    .flatMap((connection) => {
      const edge = subgraph.types.get(namedType(typeOf(connection, 'edges') ?? ''));
      if (!edge) return [];
      return [...remarkEdge(edge), ...remarkNodes(connection, edge), ...remarkCount(connection)];
    });
}

function remarkEdge(edge: SdlType): Remark[] {
  const isShaped = edge.name.endsWith('Edge') && typeOf(edge, 'cursor') === 'String!' && typeOf(edge, 'node');
  return isShaped ? [] : [remark(edge, `${edge.name} is no edge: …Edge { cursor: String!, node: … }.`)];
}

function remarkNodes(connection: SdlType, edge: SdlType): Remark[] {
  const expected = `[${namedType(typeOf(edge, 'node') ?? '')}!]!`;
  if (typeOf(connection, 'nodes') === expected) return [];
  return [remark(connection, `${connection.name} has no nodes: ${expected}.`)];
}

function remarkCount(connection: SdlType): Remark[] {
  const type = typeOf(connection, 'totalCount') ?? 'Int!';
  return type === 'Int!' ? [] : [remark(connection, `${connection.name}.totalCount is ${type} instead of Int!.`)];
}

function typeOf({ fields }: SdlType, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.type;
}

function remark(place: Place, message: string): Remark {
  return { place, code: 'CONNECTION_SHAPE', message, fix };
}
