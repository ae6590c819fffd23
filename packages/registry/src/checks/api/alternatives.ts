import { ChangeType } from '@graphql-inspector/core';
import type { ApiChange } from './api-change.js';
import { isNewlyRequired } from './concerned-coordinate.js';
import { exampleDeprecation } from './deprecation-reason.js';
import { mustBeGiven } from './element-at.js';
import type { RemovalContext } from './lasting-leads.js';

type Alternative = (change: ApiChange, context: RemovalContext) => string;

const alternatives: Partial<Record<string, Alternative>> = {
  [ChangeType.FieldRemoved]: deprecateFirst,
  [ChangeType.FieldArgumentRemoved]: deprecateFirst,
  [ChangeType.InputFieldRemoved]: deprecateFirst,
  [ChangeType.EnumValueRemoved]: deprecateFirst,
  [ChangeType.FieldTypeChanged]: ({ change: { meta } }, { today }) =>
    putBeside({ what: 'a field', from: meta.oldFieldType, to: meta.newFieldType, today }),
  [ChangeType.FieldArgumentTypeChanged]: ({ change: { meta } }, { today }) =>
    acceptBoth({ what: 'an argument', from: meta.oldArgumentType, to: meta.newArgumentType, today }),
  [ChangeType.InputFieldTypeChanged]: ({ change: { meta } }, { today }) =>
    acceptBoth({ what: 'an input field', from: meta.oldInputFieldType, to: meta.newInputFieldType, today }),
  [ChangeType.FieldArgumentAdded]: ({ change: { meta } }) => leaveOptional(meta.addedArgumentType),
  [ChangeType.InputFieldAdded]: ({ change: { meta } }) => leaveOptional(meta.addedInputFieldType),
  [ChangeType.FieldArgumentDefaultChanged]: restoreDefault,
  [ChangeType.InputFieldDefaultValueChanged]: restoreDefault,
  [ChangeType.TypeKindChanged]: ({ coordinate }) =>
    `Leave ${coordinate} the kind of type that it was, and make the new one under another name.`,
  [ChangeType.UnionMemberRemoved]: (change) =>
    keepMember(change, change.change.meta.removedUnionMemberTypeName, change.change.meta.unionName),
  [ChangeType.ObjectTypeInterfaceRemoved]: (change) =>
    keepMember(change, change.change.meta.objectTypeName, change.change.meta.removedInterfaceName),
};

/** What to do instead of a breaking change, when nothing has been done before it. */
export function alternativeTo(change: ApiChange, context: RemovalContext): string {
  const alternative = alternatives[change.change.type];
  return alternative?.(change, context) ?? `Undo it. ${askForReview(change)}`;
}

/** How to undo a change of something that is there still, as the beginning of a sentence. */
export function giveBack({ change: { meta } }: ApiChange): string {
  const type = meta.oldFieldType ?? meta.oldArgumentType ?? meta.oldInputFieldType;
  return type ? `Give it back its type ${type}` : 'Undo it';
}

/** How to undo a removal, as the beginning of a sentence. */
export function putBack({ isHidden }: ApiChange): string {
  return isHidden ? 'Take @inaccessible away again' : 'Put it back';
}

function deprecateFirst(change: ApiChange, { before, today }: RemovalContext): string {
  // GraphQL allows no deprecation of what must be given.
  const optional = mustBeGiven(before, change.coordinate) ? ' once it is optional' : '';
  return (
    `${putBack(change)} and deprecate it first${optional}: ${exampleDeprecation(today)}, ` +
    'and remove it after that day when no recorded operation uses it.'
  );
}

interface Retyping {
  what: string;
  from: string;
  to: string;
  today: string;
}

function putBeside({ what, from, to, today }: Retyping): string {
  return (
    `Give it back its type ${from}, add ${what} of type ${to} beside it under another name, and ` +
    `deprecate the old one: ${exampleDeprecation(today)}.`
  );
}

function acceptBoth(retyping: Retyping): string {
  const { from, to } = retyping;
  if (!isNewlyRequired(from, to)) return putBeside(retyping);
  return `Leave it optional (${from}), and decide in the resolver what holds when it is left out.`;
}

function leaveOptional(type: string): string {
  return `Make it optional (${type.replace(/!$/, '')}), or give it a default value.`;
}

function restoreDefault({ change: { meta } }: ApiChange): string {
  return `Give it back its default value (${meta.oldDefaultValue}), or make it optional.`;
}

function keepMember(change: ApiChange, member: string, of: string): string {
  return `Keep ${member} in ${of}: membership cannot be deprecated. ${askForReview(change)}`;
}

/** How to let a break pass that is meant. */
export function askForReview({ change, coordinate }: ApiChange): string {
  return `If it must break, have it reviewed: an entry in schema/allowances.yaml with code ${change.type} and coordinate "${coordinate}".`;
}
