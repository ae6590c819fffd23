import { spawnSync } from 'node:child_process';
import { checkoutFolder } from '@souk/launcher/harness';
import type { Command } from '../command-line.js';
import { type Plan, readPlan } from '../plan/plan.js';
import { planFaults } from '../plan/plan-faults.js';

export const msPerMinute = 60_000;

/** A new plan from the command's seed, or the one it names, in part if it says so. */
export function choosePlan({ seed, minutes, ordersPerSecond, faultPoints, replay, onlyFaults }: Command): Plan {
  if (replay !== undefined) return withOnly(readPlan(replay), onlyFaults);
  const faults = planFaults(seed, minutes * msPerMinute, faultPoints);
  return { seed, minutes, ordersPerSecond, commit: currentCommit(), faults };
}

/** @throws {Error} when the plan has no such fault. */
function withOnly(plan: Plan, ids: readonly number[] | undefined): Plan {
  if (!ids) return plan;
  const unknown = ids.filter((id) => !plan.faults.some((fault) => fault.id === id));
  if (unknown.length > 0)
    throw new Error(`The plan has no fault ${unknown.join(', ')}; it has 1 to ${plan.faults.at(-1)?.id}.`);
  return { ...plan, faults: plan.faults.filter(({ id }) => ids.includes(id)) };
}

/** Of what runs; "unknown" outside of a repository. */
export function currentCommit(): string {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: checkoutFolder, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : 'unknown';
}
