import { fragmentsOf } from '@souk/operations/definitions';
import { type FieldNode, Kind, type SelectionNode } from 'graphql';
import type { SoleOperation } from './concern.js';

const known = new WeakMap<SoleOperation, readonly FieldNode[]>();

/** The fields that an operation selects of its root type, through fragments too, each as often as it is written. */
export function rootFieldsOf(operation: SoleOperation): readonly FieldNode[] {
  const fields = known.get(operation) ?? readRootFields(operation);
  known.set(operation, fields);
  return fields;
}

function readRootFields({ document, definition }: SoleOperation): FieldNode[] {
  const fragments = fragmentsOf(document);
  const fieldsOf = (selection: SelectionNode): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return inside?.selectionSet.selections.flatMap(fieldsOf) ?? [];
  };
  return definition.selectionSet.selections.flatMap(fieldsOf);
}
