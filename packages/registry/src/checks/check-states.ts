import { access } from './access.js';
import { api } from './api.js';
import type { Check, CheckContext } from './check.js';
import { events } from './events.js';
import { manners } from './manners.js';
import { operations } from './operations.js';
import { type CheckResult, runChecks } from './run-checks.js';

/** In the order of the report. */
const checks: readonly Check[] = [api, operations, events, manners, access];

/** Holds a state whose subgraphs compose against the one that was accepted last, in every respect. */
export function checkStates(context: CheckContext): Promise<CheckResult[]> {
  return runChecks(checks, context);
}
