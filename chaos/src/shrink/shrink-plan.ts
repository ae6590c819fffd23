import path from 'node:path';
import type { InvariantId } from '../invariants/invariant.js';
import { type Plan, writePlan } from '../plan/plan.js';
import type { PlannedFault } from '../plan/planned-fault.js';
import type { Progress } from '../report/progress.js';
import type { ChaosOutcome } from '../run/chaos-outcome.js';
import { shrinkFaults } from './shrink-faults.js';

export interface Shrunken {
  plan: Plan;
  /** Where it is. */
  file: string;
  /** What it breaks. */
  invariants: InvariantId[];
  runs: number;
}

type Run = (plan: Plan) => Promise<ChaosOutcome>;

/** A plan gives the same faults, not the same schedule: one run that holds proves nothing. */
const triesEach = 3;

/**
 * Finds the fewest faults with which a plan still breaks something that it broke at first. The smallest plan so far is on
 * disk all the time, so that one may stop at any moment.
 * @throws {Error} when the plan breaks nothing in three runs.
 */
export async function shrinkPlan(plan: Plan, run: Run, progress: Progress): Promise<Shrunken> {
  const runs = new Runs(plan, run, progress);
  const first = await runs.untilBroken(plan.faults, () => true);
  if (!first) throw new Error(`The plan broke nothing in ${triesEach} runs: there is nothing to make smaller.`);
  const file = path.join(first.folder, 'smallest-plan.json');
  const wanted = brokenIn(first);
  const faults = await shrinkFaults(plan.faults, async (candidate) => {
    const outcome = await runs.untilBroken(candidate, (broken) => broken.some((id) => wanted.includes(id)));
    if (outcome) writePlan(file, outcome.plan);
    return outcome !== undefined;
  });
  const smallest = { ...plan, faults: [...faults] };
  writePlan(file, smallest);
  return { plan: smallest, file, invariants: wanted, runs: runs.count };
}

/** Runs parts of a plan, and counts. */
class Runs {
  count = 0;

  constructor(
    private readonly plan: Plan,
    private readonly run: Run,
    private readonly progress: Progress,
  ) {}

  /** What came of the first of three runs that broke what is wanted. */
  async untilBroken(
    faults: readonly PlannedFault[],
    isWanted: (broken: InvariantId[]) => boolean,
  ): Promise<ChaosOutcome | undefined> {
    for (let tries = 1; tries <= triesEach; tries += 1) {
      this.count += 1;
      const ids = faults.map(({ id }) => id).join(', ') || 'none';
      this.progress.note(`run ${this.count}: faults ${ids}; try ${tries} of ${triesEach}`);
      const outcome = await this.run({ ...this.plan, faults: [...faults] });
      const broken = brokenIn(outcome);
      this.progress.note(broken.length > 0 ? `it broke ${broken.join(', ')}` : 'everything held');
      if (broken.length > 0 && isWanted(broken)) return outcome;
    }
    return undefined;
  }
}

function brokenIn({ violations }: ChaosOutcome): InvariantId[] {
  return [...new Set(violations.map(({ invariant }) => invariant))];
}
