import { type FieldNode, Kind, type OperationDefinitionNode, parse, type SelectionNode } from 'graphql';
import { outputFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, SdlType, Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';
import { type Guard, guardInAll, guardOf, isAtLeast } from './guard.js';

interface Required {
  coordinate: string;
  guard: Guard | undefined;
}

/** What is made out of a guarded field by way of @requires bears at least the same guard. */
export function requiresGuarded(subgraph: Subgraph, all: readonly Subgraph[]): Remark[] {
  return outputFields(subgraph).flatMap(({ owner, field }) => {
    const guard = guardOf([owner, field]);
    return requiredBy(owner, field, { subgraph, all })
      .filter((required) => required.guard && !isAtLeast(guard, required.guard))
      .map(({ coordinate }) => remark(field, coordinate));
  });
}

function requiredBy(
  owner: SdlType,
  { directives }: Member,
  { subgraph, all }: { subgraph: Subgraph; all: readonly Subgraph[] },
): Required[] {
  const requires = directives.filter(({ name }) => name === 'requires');
  const coordinates = requires.flatMap(({ arguments: { fields } }) =>
    coordinatesIn(selectionsOf(String(fields)), owner.name, subgraph),
  );
  return coordinates.map(([type, field]) => ({ coordinate: `${type}.${field}`, guard: guardInAll(type, field, all) }));
}

function selectionsOf(fields: string): readonly SelectionNode[] {
  const [operation] = parse(`{ ${fields} }`).definitions as OperationDefinitionNode[];
  return operation?.selectionSet.selections ?? [];
}

function coordinatesIn(selections: readonly SelectionNode[], type: string, subgraph: Subgraph): [string, string][] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return coordinatesOf(selection, type, subgraph);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const narrowed = selection.typeCondition?.name.value ?? type;
    return coordinatesIn(selection.selectionSet.selections, narrowed, subgraph);
  });
}

function coordinatesOf({ name, selectionSet }: FieldNode, type: string, subgraph: Subgraph): [string, string][] {
  const field = subgraph.types.get(type)?.fields.find((known) => known.name === name.value);
  const inner = selectionSet?.selections ?? [];
  return [[type, name.value], ...coordinatesIn(inner, namedType(field?.type ?? ''), subgraph)];
}

function remark(place: Member, required: string): Remark {
  return {
    place,
    code: 'REQUIRES_UNGUARDED',
    message: `${place.coordinate} is made out of ${required}, and may be asked for by some who may not see that.`,
    fix: `Give it the rules that ${required} and its type have: the same @authenticated and @requiresScopes.`,
  };
}
