import { ChangeType } from '@graphql-inspector/core';
import type { ApiChange } from './api-change.js';

type Precaution = (change: ApiChange) => string;

const precautions: Partial<Record<string, Precaution>> = {
  [ChangeType.EnumValueAdded]: ({ coordinate }) =>
    `Before ${coordinate} is sent, see that clients have a branch for values that they do not know.`,
  [ChangeType.UnionMemberAdded]: expectOtherTypes,
  [ChangeType.ObjectTypeInterfaceAdded]: expectOtherTypes,
  [ChangeType.FieldArgumentAdded]: answerAsBefore,
  [ChangeType.InputFieldAdded]: answerAsBefore,
  [ChangeType.FieldArgumentDefaultChanged]: restoreDefault,
  [ChangeType.InputFieldDefaultValueChanged]: restoreDefault,
};

/** What to see to, where a change breaks no promise and may surprise somebody all the same. */
export function precautionFor(change: ApiChange): string {
  return precautions[change.change.type]?.(change) ?? 'If that is not meant, undo it.';
}

function expectOtherTypes({ coordinate }: ApiChange): string {
  const [, type] = coordinate.split('/');
  return `Before clients receive ${type} here, see that they have a branch for types that they do not know.`;
}

function answerAsBefore(): string {
  return 'See that those who leave it out are answered as they were before.';
}

function restoreDefault({ change: { meta } }: ApiChange): string {
  const former =
    meta.oldDefaultValue === undefined ? 'take the default value away' : `give it back ${meta.oldDefaultValue}`;
  return `If those who leave it out are to be answered as they were before, ${former}.`;
}
