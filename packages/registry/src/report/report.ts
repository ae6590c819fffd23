import type { CheckResult } from '../checks/run-checks.js';

/** What a whole check found. */
export interface Report {
  /** The revision that the work tree was compared with. */
  base: string;
  results: readonly CheckResult[];
  /** How long reading, composing and building took before the first check, in milliseconds. */
  preparationMs: number;
}

export const levels = ['error', 'warning', 'note'] as const;

/** Whether something is refused. */
export function isRefused({ results }: Report): boolean {
  return results.some(({ findings }) => findings.some(({ level }) => level === 'error'));
}

/** How many findings of each level there are. */
export function countLevels(results: readonly CheckResult[]): Record<(typeof levels)[number], number> {
  const findings = results.flatMap((result) => result.findings);
  const count = (wanted: string) => findings.filter(({ level }) => level === wanted).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** `2 errors, 1 warning, 14 notes` */
export function sumUp(results: readonly CheckResult[]): string {
  const counts = countLevels(results);
  return levels.map((level) => `${counts[level]} ${level}${counts[level] === 1 ? '' : 's'}`).join(', ');
}

/** Seconds with one digit: `1.4 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** What the whole check took, in milliseconds. */
export function tookMs({ results, preparationMs }: Report): number {
  return preparationMs + results.reduce((sum, result) => sum + result.tookMs, 0);
}
