import { renderTable, words } from '@souk/bench/report/table';
import type { Judgement } from '../invariants/check-invariants.js';

const mostOfEach = 5;

/** What was looked at and whether it holds, for people; then what does not. */
export function renderChecks({ checks }: Judgement): string[] {
  const rows = checks.map(({ id, holds, looked, breaches }) => [
    id,
    breaches.length === 0 ? 'holds' : `BROKEN ${breaches.length}×`,
    describeLook(looked),
    holds,
  ]);
  const table = renderTable(['', 'it', 'looked at', 'what holds'].map(words), rows);
  const remarks = checks.flatMap(({ id, remarks }) => (remarks ?? []).map((remark) => `${id}  ${remark}`));
  return [...table, '', ...remarks, ...checks.flatMap(describeBreaches)];
}

function describeLook(looked: Record<string, number>): string {
  return Object.entries(looked)
    .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ');
}

function describeBreaches({ id, breaches }: Judgement['checks'][number]): string[] {
  const shown = breaches.slice(0, mostOfEach).map(({ sentence }) => `${id}  ${sentence}`);
  const rest = breaches.length - shown.length;
  return rest > 0 ? [...shown, `${id}  … and ${rest} more`] : shown;
}
