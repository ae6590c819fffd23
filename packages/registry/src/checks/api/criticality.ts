import { type Change, ChangeType, CriticalityLevel } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { coordinateOf } from './coordinate-of.js';
import { isDefaultChange } from './default-values.js';
import { elementAt, mustBeGiven } from './element-at.js';
import { elementsOf } from './elements-of.js';

const rootTypeChanges: ReadonlySet<string> = new Set([
  ChangeType.SchemaQueryTypeChanged,
  ChangeType.SchemaMutationTypeChanged,
  ChangeType.SchemaSubscriptionTypeChanged,
]);

/**
 * How much a change may break, as the inspector judges it, but for four things that it finds dangerous. A new value of an
 * enum that clients only send is harmless, an argument that nobody has to give, and another reason of a deprecation; a
 * default value that goes breaks whoever left out what must be given now.
 */
export function criticalityOf(change: Change, after: GraphQLSchema): CriticalityLevel {
  if (isDefaultChange(change) && mustBeGiven(after, coordinateOf(change))) return CriticalityLevel.Breaking;
  const isHarmless =
    (change.type === ChangeType.EnumValueAdded && !isReceived(change.meta.enumName, after)) ||
    (change.type === ChangeType.FieldArgumentAdded && !isGiven(change, after)) ||
    directiveOf(change) === 'deprecated';
  return isHarmless ? CriticalityLevel.NonBreaking : change.criticality.level;
}

/**
 * The deprecation of a field or an enum value is told as such, and once more as a directive; that there is a root type, or
 * none any more, is told of the schema as well.
 */
export function isToldAlready(change: Change, after: GraphQLSchema): boolean {
  if (rootTypeChanges.has(change.type)) return true;
  if (directiveOf(change) !== 'deprecated') return false;
  const kind = elementAt(after, coordinateOf(change))?.kind;
  return kind === 'Field' || kind === 'EnumValue';
}

function directiveOf({ type, meta }: Change): string | undefined {
  if (!type.startsWith('DIRECTIVE_USAGE_')) return undefined;
  return meta.addedDirectiveName ?? meta.removedDirectiveName ?? meta.directiveName;
}

/** Whether an argument must be given, or is given by its default value. */
function isGiven(change: Change, after: GraphQLSchema): boolean {
  return change.meta.hasDefaultValue || mustBeGiven(after, coordinateOf(change));
}

function isReceived(typeName: string, schema: GraphQLSchema): boolean {
  return elementsOf(schema).some(({ kind, leadsTo }) => kind === 'field' && leadsTo === typeName);
}
