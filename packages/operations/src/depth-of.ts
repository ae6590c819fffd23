import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf, operationOf } from './definitions.js';

interface Measure {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What is known of the fragments already, so that each is measured once, however often it is spread. */
  depths: Map<string, number>;
}

/**
 * How deep an operation reaches: the number of fields on the longest way from its root, so that `{ me { id } }` has a
 * depth of 2. Introspection counts for nothing. The document holds one valid operation with its fragments.
 */
export function depthOf(document: DocumentNode): number {
  const measure: Measure = { fragments: fragmentsOf(document), depths: new Map() };
  return deepest(operationOf(document).selectionSet, measure);
}

function deepest(selectionSet: SelectionSetNode | undefined, measure: Measure): number {
  const depths = (selectionSet?.selections ?? []).map((selection) => depthOfSelection(selection, measure));
  return Math.max(0, ...depths);
}

function depthOfSelection(selection: SelectionNode, measure: Measure): number {
  switch (selection.kind) {
    case Kind.FIELD:
      return isIntrospection(selection.name.value) ? 0 : 1 + deepest(selection.selectionSet, measure);
    case Kind.INLINE_FRAGMENT:
      return deepest(selection.selectionSet, measure);
    case Kind.FRAGMENT_SPREAD:
      return depthOfFragment(selection.name.value, measure);
  }
}

function depthOfFragment(name: string, measure: Measure): number {
  const known = measure.depths.get(name);
  if (known !== undefined) return known;
  // A fragment that leads back to itself is invalid, but must not keep us here for ever.
  measure.depths.set(name, 0);
  const depth = deepest(measure.fragments.get(name)?.selectionSet, measure);
  measure.depths.set(name, depth);
  return depth;
}

function isIntrospection(field: string): boolean {
  return field === '__schema' || field === '__type';
}
