import type { Member, Place, SdlType, Subgraph, TypeKind } from './subgraph.js';

const rootTypes = ['Query', 'Mutation', 'Subscription'] as const;
export type RootType = (typeof rootTypes)[number];

export function isRootType(name: string): name is RootType {
  return (rootTypes as readonly string[]).includes(name);
}

/** The types of a subgraph that are of one of these kinds. */
export function typesOf({ types }: Subgraph, ...kinds: TypeKind[]): SdlType[] {
  return [...types.values()].filter(({ kind }) => kinds.includes(kind));
}

/** The fields of `Query`, `Mutation` or `Subscription`. */
export function rootFields({ types }: Subgraph, root: RootType): readonly Member[] {
  return types.get(root)?.fields ?? [];
}

/** Every field that can be asked for, of objects and interfaces, with its type. */
export function outputFields(subgraph: Subgraph): { owner: SdlType; field: Member }[] {
  return typesOf(subgraph, 'object', 'interface').flatMap((owner) => owner.fields.map((field) => ({ owner, field })));
}

/** Whatever has a type: fields, arguments and the fields of inputs. */
export function membersOf(subgraph: Subgraph): Member[] {
  return typesOf(subgraph, 'object', 'interface', 'input').flatMap(({ fields }) =>
    fields.flatMap((field) => [field, ...field.arguments]),
  );
}

/** Whatever has a name, in the order of the file. */
export function placesOf(subgraph: Subgraph): Place[] {
  const types = [...subgraph.types.values()];
  return [...types, ...types.flatMap(({ values }) => values), ...membersOf(subgraph)].sort(isBefore);
}

function isBefore(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column;
}
