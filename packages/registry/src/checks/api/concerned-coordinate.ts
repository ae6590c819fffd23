import { type Change, ChangeType } from '@graphql-inspector/core';
import { coordinateOf } from './coordinate-of.js';

/** How the coordinate is found whose users a change concerns, for changes that concern others than their own. */
const concerned: Partial<Record<string, (meta: Change['meta'], own: string) => string>> = {
  // Whoever leaves an argument or an input field out is concerned as well.
  [ChangeType.FieldArgumentAdded]: fieldOf,
  [ChangeType.FieldArgumentDefaultChanged]: fieldOf,
  [ChangeType.FieldArgumentTypeChanged]: (meta, own) =>
    isNewlyRequired(meta.oldArgumentType, meta.newArgumentType) ? fieldOf(meta) : own,
  [ChangeType.InputFieldAdded]: inputOf,
  [ChangeType.InputFieldDefaultValueChanged]: inputOf,
  [ChangeType.InputFieldTypeChanged]: (meta, own) =>
    isNewlyRequired(meta.oldInputFieldType, meta.newInputFieldType) ? inputOf(meta) : own,
  // Whoever receives the type may meet what is new in it.
  [ChangeType.EnumValueAdded]: (meta) => meta.enumName,
  [ChangeType.UnionMemberAdded]: (meta) => meta.unionName,
  [ChangeType.ObjectTypeInterfaceAdded]: (meta) => meta.addedInterfaceName,
};

/** The coordinate whose users a change may concern. */
export function concernedCoordinate(change: Change): string {
  const own = coordinateOf(change);
  return concerned[change.type]?.(change.meta, own) ?? own;
}

/** Whether what could be left out must be given now: `Int` → `Int!`. */
export function isNewlyRequired(before: string, after: string): boolean {
  return after.endsWith('!') && !before.endsWith('!');
}

function fieldOf(meta: Change['meta']): string {
  return `${meta.typeName}.${meta.fieldName}`;
}

function inputOf(meta: Change['meta']): string {
  return meta.inputName;
}
