import type { Catch } from '../../mutants/hunt-mutant.js';
import type { Progress } from '../../report/progress.js';
import type { ChaosOutcome } from '../../run/chaos-outcome.js';
import type { FlashSaleFigures, LatencyFigures } from './bench-figures.js';

/** What each part of the measurement comes to, in the order in which they are run. */
export interface PartResults {
  latency: LatencyFigures;
  runs: ChaosOutcome;
  soak: ChaosOutcome;
  mutants: Catch;
  recovery: ChaosOutcome;
  'flash-sale': FlashSaleFigures;
}

export type PartName = keyof PartResults;

/** How much is measured. */
export interface Sizes {
  /** Of the short runs. */
  seeds: readonly number[];
  /** How long faults go on in each run; each part has a time of its own when nothing is said. */
  minutes?: number;
  /** A share of the saturation when nothing is said. */
  ordersPerSecond?: number;
  /** The most orders that the machine served in a second; null while that is not measured. */
  saturation: number | null;
  /** How often each component is killed alone. */
  kills: number;
  /** How long each load is measured while nothing goes wrong. */
  seconds: number;
}

/** What a task needs to be measured. */
export interface Setting {
  progress: Progress;
  /** Aborted when everything is to stop. */
  signal: AbortSignal;
}

export interface Measured<Result> {
  result: Result;
  /** Versions and durability, as the servers told them; null where a part starts many and asks none. */
  servers: string | null;
}

/** One thing that is measured and kept by itself: what was interrupted goes on with the next. */
export interface Task<Result> {
  id: string;
  /** How much is measured: other sizes are other results. */
  size: Record<string, string | number>;
  measure(setting: Setting): Promise<Measured<Result>>;
}

export interface Part<Name extends PartName = PartName> {
  name: Name;
  /** What is done, for people. */
  about: string;
  tasks(sizes: Sizes): Task<PartResults[Name]>[];
}
