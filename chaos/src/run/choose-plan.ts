import { spawnSync } from 'node:child_process';
import { checkoutFolder } from '@souk/launcher/harness';
import type { Command } from '../command-line.js';
import { type Plan, readPlan } from '../plan/plan.js';
import { planFaults } from '../plan/plan-faults.js';
import { killsApartMs, planKills } from '../plan/plan-kills.js';

export const msPerMinute = 60_000;

/** A new plan from the command's seed, or the one it names, in part if it says so. */
export function choosePlan(command: Command): Plan {
  const { seed, ordersPerSecond, replay, onlyFaults } = command;
  if (replay !== undefined) return withOnly(readPlan(replay), onlyFaults);
  return { seed, ordersPerSecond, commit: currentCommit(), ...drawFaults(command) };
}

function drawFaults({ seed, minutes, kills, ...scope }: Command): Pick<Plan, 'minutes' | 'faults'> {
  if (kills === undefined) return { minutes, faults: planFaults(seed, minutes * msPerMinute, scope) };
  const faults = planKills(seed, kills);
  return { minutes: (faults.length * killsApartMs) / msPerMinute, faults };
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
