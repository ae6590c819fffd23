import { type GraphQLCompositeType, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { hash } from './hash.js';

/** An object of the graph. Every subgraph knows the same about it, for all of it follows from its seed. */
export interface Thing {
  typeName: string;
  /** The entity that it is, or is a part of: `Product:2`. It is the value of every key. */
  self: string;
  seed: string;
  /** What the router sent of it. */
  representation?: unknown;
}

const entitiesOfAType = 3;
const mediaTypes = ['Book', 'Film'];
const entityTypes = new Set(['Product', 'Brand', 'Media', 'Book', 'Film', 'Warehouse', 'Review', 'User', 'Shelf']);

/** The thing that a field holds. */
export function thingIn(parent: Thing, type: GraphQLCompositeType, seed: string, schema: GraphQLSchema): Thing {
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return thingIn(parent, possible[hash(seed) % possible.length] as GraphQLCompositeType, seed, schema);
  }
  const { name } = type;
  if (!entityTypes.has(name)) return { typeName: name, self: parent.self, seed };
  const number = hash(seed) % entitiesOfAType;
  // One subgraph knows all media by the interface alone.
  const ownName = name === 'Media' ? mediaTypes[number % mediaTypes.length] : name;
  return entity(name, `${ownName}:${number}`);
}

/** The thing that a representation speaks of: some key says which it is. */
export function thingOf(representation: { __typename: string }, schema: GraphQLSchema): Thing | null {
  const [self, ownName] = JSON.stringify(representation).match(/(\w+):\d+/) ?? [];
  if (!self || !ownName) return null;
  const isKnown = isObjectType(schema.getType(representation.__typename));
  return { ...entity(isKnown ? representation.__typename : ownName, self), representation };
}

function entity(typeName: string, self: string): Thing {
  return { typeName, self, seed: self };
}
