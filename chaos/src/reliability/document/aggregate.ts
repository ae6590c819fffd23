import { type Summary, summarize } from '@souk/bench/measure/percentiles';
import { faultPoints } from '@souk/kit/faults';
import type { Figures, Violation } from '../../invariants/invariant.js';
import { addUp, type RecoverySummary } from '../../recovery/recovery-times.js';
import type { Samples } from '../../report/samples.js';
import { addTallies, summarizeTally } from '../../report/tally.js';
import type { ChaosOutcome } from '../../run/chaos-outcome.js';
import type { Findings } from '../keeping/kept.js';

type Outcomes = readonly ChaosOutcome[];

/** The most orders that the machine served in a second while nothing went wrong; null while that is not measured. */
export function saturationOf({ latency }: Pick<Findings, 'latency'>): number | null {
  const levels = latency?.done[0]?.result.checkout.levels ?? [];
  return levels.length > 0 ? Math.max(...levels.map(({ perSecond }) => perSecond)) : null;
}

export function sumOf(outcomes: Outcomes, numberOf: (outcome: ChaosOutcome) => number): number {
  return outcomes.reduce((sum, outcome) => sum + numberOf(outcome), 0);
}

/** Adds up counts by their names, the most frequent first. */
export function sumCounts(counts: readonly Record<string, number>[]): [string, number][] {
  return Object.entries(addTallies(counts)).sort(([, left], [, right]) => right - left);
}

export function violationsOf(outcomes: Outcomes): Violation[] {
  return outcomes.flatMap(({ violations }) => violations);
}

export function faultsByKind(outcomes: Outcomes): [string, number][] {
  return sumCounts(outcomes.flatMap(({ plan }) => plan.faults.map(({ kind }) => ({ [kind]: 1 }))));
}

/** How often each fault point did what it was told. */
export function hitsByPoint(outcomes: Outcomes): { point: string; hits: number }[] {
  const hits = addTallies(
    outcomes.flatMap(({ faultPointHits }) => faultPointHits.map(({ point }) => ({ [point]: 1 }))),
  );
  return faultPoints.map((point) => ({ point, hits: hits[point] ?? 0 }));
}

/** What one of the invariants counted, in each run that has it. */
function countedIn<Name extends keyof Figures>(outcomes: Outcomes, name: Name): NonNullable<Figures[Name]>[] {
  const found = outcomes.flatMap(({ checks }) => checks.map(({ figures }) => figures?.[name]));
  return found.filter((value): value is NonNullable<Figures[Name]> => value !== undefined && value !== null);
}

export function countOf(outcomes: Outcomes, name: keyof Figures): number {
  return countedIn(outcomes, name).reduce((sum, value) => sum + value, 0);
}

/** Of a duration after which something was to happen; in a run where it never did it is infinite. */
export function durationsOf(outcomes: Outcomes, name: 'firstOrderMs' | 'restMs'): Summary | null {
  const missing = outcomes.length - countedIn(outcomes, name).length;
  return summarize([...countedIn(outcomes, name), ...Array.from({ length: missing }, () => Number.POSITIVE_INFINITY)]);
}

/** Over all runs, from every duration that was measured in them. */
export function durationsIn(outcomes: Outcomes, name: keyof Samples): Summary | null {
  return summarizeTally(addTallies(outcomes.map(({ samples }) => samples[name])));
}

export interface Recovery {
  component: string;
  /** Null when it never worked again. */
  measured: Summary | null;
  unfinished: number;
}

export function recoveries(outcomes: Outcomes): Recovery[] {
  const rows = outcomes.flatMap(({ recovery }) => recovery);
  const components = [...Map.groupBy(rows, ({ component }) => component)].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return components.map(([component, found]) => recoveryOf(component, found));
}

/** Of every kill, whatever it hit; null when there was none. */
export function allRecoveries(outcomes: Outcomes): Recovery | null {
  const rows = outcomes.flatMap(({ recovery }) => recovery);
  return rows.length === 0 ? null : recoveryOf('any of them', rows);
}

function recoveryOf(component: string, rows: readonly RecoverySummary[]): Recovery {
  const { ms, unfinished } = addUp(component, rows);
  return { component, measured: summarize(ms), unfinished };
}

/** Of the orders that nobody had a reason to cancel, the share that was paid; null where there was none. */
export function completionOf(outcomes: Outcomes): number | null {
  const due = sumOf(outcomes, ({ orders }) => orders.due);
  return due === 0 ? null : sumOf(outcomes, ({ orders }) => orders.paid) / due;
}
