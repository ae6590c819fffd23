import { fragmentsOf } from '@souk/operations/definitions';
import { type GraphQLField, type GraphQLObjectType, getNamedType, Kind, type SelectionSetNode } from 'graphql';
import type { SoleOperation } from '../admission/concern.js';
import type { Access } from './access.js';

/** A field of one object type, whatever fragment or interface selects it. */
export interface ObjectField {
  type: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
}

/** Every field that an operation may ask for; of what is selected by an interface, that of each type behind it. */
export function selectedFields({ document, definition }: SoleOperation, access: Access): ObjectField[] {
  const fragments = fragmentsOf(document);
  const spread = new Set<string>();
  const search = ({ selections }: SelectionSetNode, typeName: string | undefined): ObjectField[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        const { name, selectionSet } = selection;
        const inside = selectionSet ? search(selectionSet, returnedBy(name.value, typeName, access)) : [];
        return [...fieldsNamed(name.value, typeName, access), ...inside];
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return search(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
      const fragment = fragments.get(selection.name.value);
      if (!fragment || spread.has(fragment.name.value)) return [];
      spread.add(fragment.name.value);
      return search(fragment.selectionSet, fragment.typeCondition.name.value);
    });
  return search(definition.selectionSet, access.schema.getRootType(definition.operation)?.name);
}

function fieldsNamed(fieldName: string, typeName: string | undefined, access: Access): ObjectField[] {
  const type = access.schema.getType(typeName ?? '');
  return (type ? access.objectsOf(type) : []).flatMap((object) => {
    const field = object.getFields()[fieldName];
    return field ? [{ type: object, field }] : [];
  });
}

function returnedBy(fieldName: string, typeName: string | undefined, { schema }: Access): string | undefined {
  const type = schema.getType(typeName ?? '');
  const field = type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  return field && getNamedType(field.type).name;
}
