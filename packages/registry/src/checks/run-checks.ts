import { timed } from '../timed.js';
import type { Check, CheckContext } from './check.js';
import type { CheckName, Finding } from './finding.js';

/** What one check found, and how long it took. */
export interface CheckResult {
  name: CheckName;
  title: string;
  findings: readonly Finding[];
  tookMs: number;
}

/** Runs the checks one after the other; what one finds is of no consequence to the next. */
export async function runChecks(checks: readonly Check[], context: CheckContext): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, title, run } of checks) {
    const { result: findings, tookMs } = await timed(() => run(context));
    results.push({ name, title, findings, tookMs });
  }
  return results;
}
