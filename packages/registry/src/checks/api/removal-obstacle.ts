import { type Change, ChangeType } from '@graphql-inspector/core';
import type { ApiChange } from './api-change.js';
import { coordinateOf } from './coordinate-of.js';
import { removalDate } from './deprecation-reason.js';
import { deprecationAt, elementAt } from './element-at.js';
import { isPast, lastingLeads, type RemovalContext } from './lasting-leads.js';

/** Why what was promised may not break yet. */
export type Obstacle =
  | { kind: 'not-deprecatable' }
  | { kind: 'not-deprecated' }
  | { kind: 'not-removed' }
  | { kind: 'no-day' }
  | { kind: 'too-early'; day: string }
  | { kind: 'led-to'; leads: readonly string[] }
  | { kind: 'used' };

/** What a deprecation allows: that something goes, not that it becomes something else under its name. */
const removals: ReadonlySet<string> = new Set([
  ChangeType.FieldRemoved,
  ChangeType.FieldArgumentRemoved,
  ChangeType.InputFieldRemoved,
  ChangeType.EnumValueRemoved,
]);

/** What stands against a breaking change; undefined when it follows the deprecation policy and concerns nobody. */
export function obstacleTo({ change, coordinate, users }: ApiChange, context: RemovalContext): Obstacle | undefined {
  const obstacle =
    change.type === ChangeType.TypeRemoved ? obstacleToType(coordinate, context) : obstacleToElement(change, context);
  return obstacle ?? (users.length > 0 ? { kind: 'used' } : undefined);
}

function obstacleToType(typeName: string, context: RemovalContext): Obstacle | undefined {
  const leads = lastingLeads(typeName, context);
  return leads.length > 0 ? { kind: 'led-to', leads } : undefined;
}

function obstacleToElement(change: Change, { before, today }: RemovalContext): Obstacle | undefined {
  const coordinate = coordinateOf(change);
  if (!isDeprecatable(elementAt(before, coordinate)?.kind)) return { kind: 'not-deprecatable' };
  const reason = deprecationAt(before, coordinate);
  if (reason === undefined) return { kind: 'not-deprecated' };
  if (!removals.has(change.type)) return { kind: 'not-removed' };
  const day = removalDate(reason);
  if (day === undefined) return { kind: 'no-day' };
  return isPast(day, today) ? undefined : { kind: 'too-early', day };
}

function isDeprecatable(kind: string | undefined): boolean {
  return kind === 'Field' || kind === 'FieldArgument' || kind === 'InputField' || kind === 'EnumValue';
}
