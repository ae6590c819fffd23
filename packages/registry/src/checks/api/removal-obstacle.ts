import { ChangeType } from '@graphql-inspector/core';
import type { ApiChange } from './api-change.js';
import { removalDate } from './deprecation-reason.js';
import { deprecationAt, elementAt } from './element-at.js';
import { isPast, lastingLeads, type RemovalContext } from './lasting-leads.js';

/** Why what was promised may not break yet. */
export type Obstacle =
  | { kind: 'not-deprecatable' }
  | { kind: 'not-deprecated' }
  | { kind: 'no-day' }
  | { kind: 'too-early'; day: string }
  | { kind: 'led-to'; leads: readonly string[] }
  | { kind: 'used' };

/** What stands against a breaking change; undefined when it follows the deprecation policy and concerns nobody. */
export function obstacleTo({ change, coordinate, users }: ApiChange, context: RemovalContext): Obstacle | undefined {
  const obstacle =
    change.type === ChangeType.TypeRemoved
      ? obstacleToType(coordinate, context)
      : obstacleToElement(coordinate, context);
  return obstacle ?? (users.length > 0 ? { kind: 'used' } : undefined);
}

function obstacleToType(typeName: string, context: RemovalContext): Obstacle | undefined {
  const leads = lastingLeads(typeName, context);
  return leads.length > 0 ? { kind: 'led-to', leads } : undefined;
}

function obstacleToElement(coordinate: string, { before, today }: RemovalContext): Obstacle | undefined {
  if (!isDeprecatable(elementAt(before, coordinate)?.kind)) return { kind: 'not-deprecatable' };
  const reason = deprecationAt(before, coordinate);
  if (reason === undefined) return { kind: 'not-deprecated' };
  const day = removalDate(reason);
  if (day === undefined) return { kind: 'no-day' };
  return isPast(day, today) ? undefined : { kind: 'too-early', day };
}

function isDeprecatable(kind: string | undefined): boolean {
  return kind === 'Field' || kind === 'FieldArgument' || kind === 'InputField' || kind === 'EnumValue';
}
