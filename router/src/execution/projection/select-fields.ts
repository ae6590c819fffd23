import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { always, anyOf, type Condition, conditionOf, never } from './conditions.js';

/** A selection set of the document, and when it counts. */
export interface Selected {
  selectionSet: SelectionSetNode;
  condition: Condition;
}

/** A field of the answer, with everything that the document selects in it, wherever it does. */
export interface SelectedField {
  responseName: string;
  name: string;
  condition: Condition;
  selected: Selected[];
}

export interface SelectionScope {
  /** What clients see. */
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

interface Occurrence {
  field: FieldNode;
  condition: Condition;
}

/** The fields that an object of a type has in the answer, in the order in which the document first names them. */
export function selectFields(type: GraphQLObjectType, selected: Selected[], scope: SelectionScope): SelectedField[] {
  const seen = new Map<SelectionSetNode, Set<Condition>>();
  const byName = new Map<string, Occurrence[]>();
  for (const occurrence of selected.flatMap((each) => [...occurrencesIn(each, { type, scope, seen })])) {
    const name = (occurrence.field.alias ?? occurrence.field.name).value;
    byName.set(name, [...(byName.get(name) ?? []), occurrence]);
  }
  return [...byName].map(([responseName, occurrences]) => toField(responseName, occurrences));
}

interface Search {
  type: GraphQLObjectType;
  scope: SelectionScope;
  /** Fragments may be spread again and again; once is enough. */
  seen: Map<SelectionSetNode, Set<Condition>>;
}

function* occurrencesIn({ selectionSet, condition }: Selected, search: Search): Generator<Occurrence> {
  const conditions = search.seen.get(selectionSet) ?? new Set();
  if (conditions.has(condition)) return;
  search.seen.set(selectionSet, conditions.add(condition));
  for (const selection of selectionSet.selections) {
    const own = conditionOf(selection, condition);
    if (own === never) continue;
    if (selection.kind === Kind.FIELD) yield { field: selection, condition: own };
    else {
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const fragment = isSpread ? search.scope.fragments.get(selection.name.value) : selection;
      if (!fragment || !concerns(fragment.typeCondition?.name.value, search)) continue;
      yield* occurrencesIn({ selectionSet: fragment.selectionSet, condition: own }, search);
    }
  }
}

function concerns(condition: string | undefined, { type, scope: { schema } }: Search): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}

function toField(responseName: string, occurrences: Occurrence[]): SelectedField {
  const condition = anyOf(occurrences.map((occurrence) => occurrence.condition));
  const inside = new Map<SelectionSetNode, Condition[]>();
  for (const { field, condition: own } of occurrences) {
    const { selectionSet } = field;
    if (!selectionSet) continue;
    // What the field itself depends on is decided already when one is inside of it.
    const further = own === condition ? always : own;
    inside.set(selectionSet, [...(inside.get(selectionSet) ?? []), further]);
  }
  const selected = [...inside].map(([selectionSet, conditions]) => ({ selectionSet, condition: anyOf(conditions) }));
  return { responseName, name: occurrences[0]?.field.name.value ?? '', condition, selected };
}
