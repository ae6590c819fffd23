import type { Summary } from '@souk/bench/measure/percentiles';
import { type Goal, isMet } from '@souk/bench/report/goals';
import type { Kept, Series } from '../keeping/kept.js';
import type { Source } from '../keeping/source.js';

const shortCommit = 10;
const msPerSecond = 1_000;

export const notMeasured = 'not measured';

export function verdictOf(goal: Goal): string {
  if (goal.measured === null) return notMeasured;
  return isMet(goal) ? 'met' : '**MISSED**';
}

export function limitOf(goal: Goal): string {
  if ('atMost' in goal && goal.atMost === 0) return '0';
  return 'atMost' in goal
    ? `at most ${amount(goal.atMost)} ${goal.unit}`
    : `at least ${amount(goal.atLeast)} ${goal.unit}`;
}

export function measuredOf({ measured, unit }: Goal): string {
  return measured === null ? '–' : `${amount(measured)} ${unit}`;
}

function amount(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : 'never, in';
}

/** With `+` and a mark of its own where something was changed that is in no commit. */
export function sourceText({ commit, changes }: Source): string {
  return `\`${commit.slice(0, shortCommit)}${changes === null ? '' : `+${changes}`}\``;
}

/** Each of the commits that a part was measured at. */
export function sourcesOf(series: Series<unknown> | null): string {
  return series ? distinct(series.done.map(({ source }) => sourceText(source))).join(', ') || '–' : '–';
}

/** Where and with what a part was measured; every difference within it is told. */
export function originOf(series: Series<unknown> | null): string[] {
  if (!series || series.done.length === 0) return [`This was ${notMeasured}.`];
  const dates = series.done.map(({ measuredAt }) => measuredAt.slice(0, 10)).sort();
  const when = dates[0] === dates.at(-1) ? dates[0] : `${dates[0]} to ${dates.at(-1)}`;
  return [`Measured ${when} at ${sourcesOf(series)}: ${describeSize(series)}.`];
}

/** What was asked for, as options. */
export function describeSize({ asked, done }: Series<unknown>): string {
  const names = distinct(done.flatMap(({ size }) => Object.keys(size)));
  const sizes = names.map((name) => `${name} ${ranges(distinct(done.map(({ size }) => String(size[name]))))}`);
  return [`${done.length} of ${asked} results`, ...sizes].join(', ');
}

/** `1`, `2`, `3`, `7` as `1-3,7`, as the command takes it; anything but whole numbers stays as it is. */
export function ranges(values: readonly string[]): string {
  if (!values.every((value) => /^\d+$/.test(value))) return values.join(',');
  const sorted = values.map(Number).sort((left, right) => left - right);
  const runs: [number, number][] = [];
  for (const value of sorted) {
    const last = runs.at(-1);
    if (last && value === last[1] + 1) last[1] = value;
    else runs.push([value, value]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}

export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Machines or servers, each with the parts that were measured there and how busy the machine was before. */
export function placesOf(
  kept: readonly Kept<unknown>[],
  placeOf: (one: Kept<unknown>) => string | null,
): { place: string; parts: string; loads: string }[] {
  const groups = Map.groupBy(kept, placeOf);
  return [...groups].flatMap(([place, found]) => {
    if (place === null) return [];
    const loads = found.map(({ load }) => load);
    const range = distinct([Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1))).join(' to ');
    return [{ place, parts: distinct(found.map(({ part }) => part)).join(', '), loads: range }];
  });
}

/** p50, p95, p99 and the longest, in milliseconds. */
export function inMs(summary: Summary | null | undefined): string[] {
  if (!summary) return ['–', '–', '–', '–'];
  const { p50, p95, p99, max } = summary;
  return [p50, p95, p99, max].map((ms) => ms.toLocaleString('en', { maximumFractionDigits: 1 }));
}

/** p50, p95 and the longest, in seconds: of so few that no more can be told. */
export function inSeconds(summary: Summary | null | undefined): string[] {
  if (!summary) return ['–', '–', '–'];
  const { p50, p95, max } = summary;
  return [p50, p95, max].map((ms) => (Number.isFinite(ms) ? (ms / msPerSecond).toFixed(1) : 'never'));
}
