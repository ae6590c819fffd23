import { checkoutFolder } from '@souk/launcher/harness';
import type { Progress } from '../report/progress.js';
import { buildMutant } from './build-mutant.js';
import type { Mutant } from './mutant.js';
import { type Broken, runInMutant } from './run-in-mutant.js';

export interface Hunt {
  /** How many seeds a mutant may survive. */
  seeds: number;
  minutes: number;
  ordersPerSecond: number;
  progress: Progress;
  /** Aborted when everything is to stop. */
  signal: AbortSignal;
}

/** How the hunt for a mutant ended. */
export interface Catch {
  mutant: string;
  breaks: string;
  /** How many runs it took, or how many it survived. */
  runs: number;
  /** The invariants that gave it away; none when it got through. */
  brokenBy: Broken;
}

/** Runs a mutant with one seed after the other until something does not hold. Its fault points are visited first. */
export async function huntMutant(mutant: Mutant, hunt: Hunt): Promise<Catch> {
  const { seeds, minutes, ordersPerSecond, progress, signal } = hunt;
  const { name, breaks, faultPoints, kinds, betrayedBy } = mutant;
  const folder = buildMutant(checkoutFolder, mutant);
  const points = faultPoints.length > 0 ? ['--fault-points', faultPoints.join(',')] : [];
  const faults = kinds ? ['--kinds', kinds.join(',')] : [];
  const usual = ['--minutes', String(minutes), '--orders-per-second', String(ordersPerSecond), ...points, ...faults];
  for (let seed = 1; seed <= seeds; seed += 1) {
    progress.note(`${name}, seed ${seed}: ${breaks}`);
    const broken = await runInMutant(folder, ['--seed', String(seed), ...usual], signal);
    const brokenBy = betrayedBy.filter((invariant) => broken.includes(invariant));
    if (brokenBy.length > 0) return { mutant: name, breaks, runs: seed, brokenBy };
    if (broken.length > 0)
      progress.note(`${name}, seed ${seed}: ${broken.join(', ')} broke, which is not of its doing`);
  }
  return { mutant: name, breaks, runs: seeds, brokenBy: [] };
}
