/** What many durations come to, in their own unit. */
export interface Summary {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** By nearest rank: each figure is a duration that was measured. @returns null when there was none. */
export function summarize(durations: readonly number[]): Summary | null {
  const sorted = [...durations].sort((left, right) => left - right);
  const max = sorted.at(-1);
  if (max === undefined) return null;
  return { count: sorted.length, p50: atRank(sorted, 0.5), p95: atRank(sorted, 0.95), p99: atRank(sorted, 0.99), max };
}

function atRank(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1]!;
}
