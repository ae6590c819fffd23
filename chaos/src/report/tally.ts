import type { Summary } from '@souk/bench/measure/percentiles';

/** How often each whole number of milliseconds was measured: what many runs can be added up from. */
export type Tally = Record<string, number>;

export function tallyOf(durationsMs: readonly number[]): Tally {
  const tally: Tally = {};
  for (const ms of durationsMs) count(tally, String(Math.round(ms)), 1);
  return tally;
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = {};
  for (const tally of tallies) for (const [ms, times] of Object.entries(tally)) count(sum, ms, times);
  return sum;
}

function count(tally: Tally, ms: string, times: number): void {
  tally[ms] = (tally[ms] ?? 0) + times;
}

/** By nearest rank, as everywhere: each figure is a duration that was measured. @returns null when there was none. */
export function summarizeTally(tally: Tally): Summary | null {
  const sorted = Object.entries(tally)
    .map(([ms, count]) => ({ ms: Number(ms), count }))
    .sort((left, right) => left.ms - right.ms);
  const longest = sorted.at(-1);
  if (!longest) return null;
  const count = sorted.reduce((sum, one) => sum + one.count, 0);
  const atShare = (share: number) => atRank(sorted, Math.ceil(share * count));
  return { count, p50: atShare(0.5), p95: atShare(0.95), p99: atShare(0.99), max: longest.ms };
}

function atRank(sorted: readonly { ms: number; count: number }[], rank: number): number {
  let passed = 0;
  for (const { ms, count } of sorted) {
    passed += count;
    if (passed >= rank) return ms;
  }
  throw new RangeError(`Only ${passed} durations were measured, not ${rank}.`);
}
