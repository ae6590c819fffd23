import type { CheckContext } from '../check.js';
import type { Finding } from '../finding.js';
import { exampleDeprecation, houseForm, removalDate, saysWhatToUse } from './deprecation-reason.js';
import { elementsOf } from './elements-of.js';
import { isPast } from './lasting-leads.js';
import { sourcesOf } from './source-of.js';

type Problem = Pick<Finding, 'code' | 'message' | 'fix'>;

interface Deprecation {
  reason: string;
  /** The day that was accepted for its removal, where one was. */
  accepted: string | undefined;
  today: string;
}

/**
 * Every deprecation must say what to use instead and on which day it may go, so that clients can follow in time: that day
 * is still to come when it is named, and never comes nearer.
 */
export function deprecationPolicy(context: CheckContext): Finding[] {
  const sourceOf = sourcesOf(context);
  const { today, before, after } = context;
  const former = new Map(elementsOf(before.api).map((element) => [element.coordinate, element.deprecationReason]));
  return elementsOf(after.api).flatMap(({ coordinate, deprecationReason: reason }) => {
    if (reason === undefined) return [];
    const problem = problemOf({ reason, accepted: removalDate(former.get(coordinate) ?? ''), today });
    return problem ? { check: 'api', level: 'error', coordinate, ...problem, ...sourceOf(coordinate) } : [];
  });
}

function problemOf({ reason, accepted, today }: Deprecation): Problem | undefined {
  const day = removalDate(reason);
  if (!day || !saysWhatToUse(reason)) return malformed(reason, today);
  if (accepted && day < accepted) return hastened(day, accepted);
  return day !== accepted && isPast(day, today) ? belated(day, today) : undefined;
}

function malformed(reason: string, today: string): Problem {
  return {
    code: 'DEPRECATION_FORM',
    message: `Its deprecation says "${reason}", which is not the house's form: ${houseForm}`,
    fix: `Name what to use and the day: ${exampleDeprecation(today)}. If nothing comes instead: "Nothing replaces it. Removal: …".`,
  };
}

function hastened(day: string, accepted: string): Problem {
  return {
    code: 'REMOVAL_DAY_EARLIER',
    message: `Its deprecation names ${day}, and clients were told that it stays until ${accepted}.`,
    fix: `Name ${accepted} again, or a later day.`,
  };
}

function belated(day: string, today: string): Problem {
  return {
    code: 'REMOVAL_DAY_PAST',
    message: `Its deprecation names a new day, ${day}, which is past: nobody has time to follow.`,
    fix: `Name a day that leaves clients time; half a year is a good while: ${exampleDeprecation(today)}.`,
  };
}
