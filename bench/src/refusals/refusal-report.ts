import { figure } from '../report/figures.js';
import type { Goal } from '../report/goals.js';
import { numbers, renderTable, words } from '../report/table.js';
import type { Refusals } from './measure-refusals.js';

const plainWithinMs = 1_000;

export function refusalTable(found: readonly Refusals[]): string[] {
  const columns = ['p50, ms', 'p99, ms', 'max, ms', 'a plain query p99, ms'].map(numbers);
  const rows = found.map(({ name, codes, refused, plain }) => [
    name,
    Object.entries(codes)
      .map(([code, count]) => `${code} × ${count}`)
      .join(', '),
    ...[refused?.p50, refused?.p99, refused?.max, plain?.p99].map((value) => figure(value)),
  ]);
  return ['Until it was refused', ...renderTable([words('what'), words('refused with'), ...columns], rows)];
}

/** Every kind must be refused in time and with its code, and hurt nobody else. */
export function refusalGoals(found: readonly Refusals[]): Goal[] {
  const usual = found.filter(({ refusedWithinMs }) => refusedWithinMs <= plainWithinMs);
  const slow = found.filter((each) => !usual.includes(each));
  return [
    {
      name: 'bad inputs with another code than theirs',
      measured: found.filter(({ codes, expected }) => Object.keys(codes).join() !== expected).length,
      atMost: 0,
      unit: '',
    },
    { name: 'until refused, p99 of the slowest kind', measured: worst(usual, 'refused'), atMost: 500, unit: 'ms' },
    ...slow.map(({ name, refused, refusedWithinMs }) => ({
      name: `until refused: ${name}, p99`,
      measured: refused?.p99 ?? null,
      atMost: refusedWithinMs,
      unit: 'ms',
    })),
    {
      name: 'a plain query meanwhile, p99 beside the worst kind',
      measured: worst(found, 'plain'),
      atMost: plainWithinMs,
      unit: 'ms',
    },
  ];
}

/** Null when one was not measured: it could have been the worst. */
function worst(found: readonly Refusals[], of: 'refused' | 'plain'): number | null {
  const all = found.map((each) => each[of]?.p99);
  return all.includes(undefined) ? null : Math.max(...(all as number[]));
}
