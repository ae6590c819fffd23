import { type Change, ChangeType, CriticalityLevel } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { coordinateOf } from './coordinate-of.js';
import { elementAt } from './element-at.js';
import { elementsOf } from './elements-of.js';

/**
 * How much a change may break, as the inspector judges it, but for two things that it finds dangerous: a new value of an
 * enum that clients only send, and another reason of a deprecation.
 */
export function criticalityOf(change: Change, after: GraphQLSchema): CriticalityLevel {
  const isHarmless =
    (change.type === ChangeType.EnumValueAdded && !isReceived(change.meta.enumName, after)) ||
    directiveOf(change) === 'deprecated';
  return isHarmless ? CriticalityLevel.NonBreaking : change.criticality.level;
}

/** The deprecation of a field or an enum value is told as such, and once more as a directive. */
export function isToldAlready(change: Change, after: GraphQLSchema): boolean {
  if (directiveOf(change) !== 'deprecated') return false;
  const kind = elementAt(after, coordinateOf(change))?.kind;
  return kind === 'Field' || kind === 'EnumValue';
}

function directiveOf({ type, meta }: Change): string | undefined {
  if (!type.startsWith('DIRECTIVE_USAGE_')) return undefined;
  return meta.addedDirectiveName ?? meta.removedDirectiveName ?? meta.directiveName;
}

function isReceived(typeName: string, schema: GraphQLSchema): boolean {
  return elementsOf(schema).some(({ kind, leadsTo }) => kind === 'field' && leadsTo === typeName);
}
