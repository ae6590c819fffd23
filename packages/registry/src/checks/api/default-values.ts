import { type Change, ChangeType } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { coordinateOf } from './coordinate-of.js';
import { defaultAt } from './element-at.js';

const defaultChanges: ReadonlySet<string> = new Set([
  ChangeType.FieldArgumentDefaultChanged,
  ChangeType.InputFieldDefaultValueChanged,
]);

/** Whether the default value of an argument or an input field comes, goes or is another. */
export function isDefaultChange({ type }: Pick<Change, 'type'>): boolean {
  return defaultChanges.has(type);
}

/** The change with its default values as GraphQL writes them: the inspector writes JavaScript, a value of an enum as text. */
export function withDefaults(
  change: Change,
  { before, after }: { before: GraphQLSchema; after: GraphQLSchema },
): Change {
  const coordinate = coordinateOf(change);
  const newDefaultValue = defaultAt(after, coordinate);
  if (isDefaultChange(change)) {
    return { ...change, meta: { ...change.meta, oldDefaultValue: defaultAt(before, coordinate), newDefaultValue } };
  }
  const inJavaScript = change.type === ChangeType.InputFieldAdded && change.meta.addedFieldDefault;
  if (!inJavaScript) return change;
  const message = change.message.replace(`'${inJavaScript}'`, () => `${newDefaultValue}`);
  return { ...change, message };
}
