import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { CheckContext } from '../check.js';
import type { Finding } from '../finding.js';
import { asUsedBy, type Usage, usageOf } from '../usage.js';
import type { ApiChange } from './api-change.js';
import { messageOf } from './change-message.js';
import { concernedCoordinate } from './concerned-coordinate.js';
import { coordinateOf, placeOf } from './coordinate-of.js';
import { criticalityOf, isToldAlready } from './criticality.js';
import { withDefaults } from './default-values.js';
import { removalDate } from './deprecation-reason.js';
import { deprecationAt } from './element-at.js';
import { hiddenCoordinates } from './hidden-coordinates.js';
import type { RemovalContext } from './lasting-leads.js';
import { precautionFor } from './precautions.js';
import { obstacleTo } from './removal-obstacle.js';
import { notesOf } from './safe-notes.js';
import { type SourceOf, sourcesOf } from './source-of.js';
import { wayOut } from './way-out.js';

/**
 * What changes for clients, by the inspector's comparison, with the recorded operations that it concerns. What breaks is
 * an error, unless nobody uses it and its deprecation named a day that is past; what is dangerous is a warning.
 *
 * NOTE: the inspector's own rule to simplify changes is not used: a new description hides a new type of the same field.
 */
export async function apiChanges(context: CheckContext): Promise<Finding[]> {
  const [before, after] = [context.before.api, context.after.api];
  const changes = (await diff(before, after))
    .filter((change) => !isToldAlready(change, after))
    .map((change) => withDefaults(change, { before, after }));
  const byLevel = Map.groupBy(changes, (change) => criticalityOf(change, after));
  const usage = usageOf(before, context.after.operations);
  const sourceOf = sourcesOf(context);
  const hidden = hiddenCoordinates(context.after.subgraphs);
  const inFull = (level: CriticalityLevel) =>
    (byLevel.get(level) ?? []).map((change) => toApiChange(change, usage, hidden));
  return [
    ...inFull(CriticalityLevel.Breaking).map((change) =>
      judge(change, { before, after, today: context.today }, sourceOf),
    ),
    ...inFull(CriticalityLevel.Dangerous).map((change) => toWarning(change, sourceOf)),
    ...notesOf(byLevel.get(CriticalityLevel.NonBreaking) ?? [], changes, sourceOf),
  ];
}

function toApiChange(change: Change, usage: Usage, hidden: ReadonlySet<string>): ApiChange {
  const coordinate = coordinateOf(change);
  const users = usage.get(concernedCoordinate(change)) ?? [];
  return { change, coordinate, users, isHidden: hidden.has(coordinate) };
}

function judge(change: ApiChange, context: RemovalContext, sourceOf: SourceOf): Finding {
  const obstacle = obstacleTo(change, context);
  const finding = toFinding(change, sourceOf);
  if (obstacle) return { ...finding, level: 'error', fix: wayOut(obstacle, change, context) };
  const day = removalDate(deprecationAt(context.before, change.coordinate) ?? '');
  const since = day ? `Its deprecation named ${day}, which is past` : 'All that led to it was deprecated long enough';
  return { ...finding, level: 'note', message: `${finding.message} ${since}, and no recorded operation uses it.` };
}

function toWarning(change: ApiChange, sourceOf: SourceOf): Finding {
  const finding = toFinding(change, sourceOf);
  const { reason } = change.change.criticality;
  const message = reason ? `${finding.message} ${reason}` : finding.message;
  return { ...finding, level: 'warning', message, fix: precautionFor(change) };
}

function toFinding({ change, coordinate, users, isHidden }: ApiChange, sourceOf: SourceOf): Omit<Finding, 'level'> {
  return {
    check: 'api',
    code: change.type,
    coordinate,
    message: isHidden ? `${messageOf(change)} It is @inaccessible now.` : messageOf(change),
    ...sourceOf(placeOf(change)),
    ...asUsedBy(users),
  };
}
