import path from 'node:path';
import { numbers, renderTable, words } from '@souk/bench/report/table';
import { faultPoints } from '@souk/kit/faults';
import { addUp } from '../recovery/recovery-times.js';
import type { ChaosOutcome } from '../run/chaos-outcome.js';
import type { Shrunken } from '../shrink/shrink-plan.js';
import { renderChecks } from './check-table.js';
import { renderLoad } from './load-table.js';

/** Everything that was found, for programs. */
export function toJson(outcome: ChaosOutcome): string {
  return `${JSON.stringify(outcome, null, 2)}\n`;
}

/** What was found, for people. */
export function toText(outcome: ChaosOutcome): string {
  const sections = [
    summary(outcome),
    coverage(outcome),
    recoveryTable(outcome),
    renderLoad(outcome.load, outcome.orders),
    renderChecks(outcome),
    verdict(outcome),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What is left of a plan that was made smaller. */
export function describeShrunken({ plan, file, invariants, runs }: Shrunken): string {
  const faults = plan.faults.map(({ id, kind, target, atMs }) => `  #${id} ${kind}, ${target}, after ${seconds(atMs)}`);
  return [
    `${faults.length} faults are enough to break ${invariants.join(', ')}, found in ${runs} runs:`,
    ...faults,
    `Again: npm run chaos -- --replay ${file}`,
    '',
  ].join('\n');
}

function summary({ plan, record, load, leftOut }: ChaosOutcome): string[] {
  const { seed, minutes, faults, commit } = plan;
  const planned = record.processEnds.filter(({ isPlanned }) => isPlanned).length;
  const rest =
    record.quietAt === null
      ? 'no rest'
      : `at rest ${seconds(record.quietAt - record.loadEndedAt)} after the last of them`;
  return [
    `Seed ${seed}, ${faults.length} faults in ${minutes} minutes, commit ${commit}`,
    `${load.ordersPlaced} orders placed, ${load.reachedPerSecond.toFixed(1)} a second of ${load.wantedPerSecond} wanted; ${rest}`,
    `${record.processEnds.length} processes ended, ${planned} of them by plan`,
    ...leftOut.map((sentence) => `Left out: ${sentence}`),
  ];
}

function coverage({ faultPointHits }: ChaosOutcome): string[] {
  const hit = new Set(faultPointHits.map(({ point }) => point));
  const missed = faultPoints.filter((point) => !hit.has(point));
  return [
    `Fault points hit: ${hit.size} of ${faultPoints.length}${missed.length > 0 ? `; not ${missed.join(', ')}` : ''}`,
  ];
}

function recoveryTable({ recovery }: ChaosOutcome): string[] {
  const columns = [words('from a kill until it works again'), ...['times', 'p50', 'p95', 'max'].map(numbers)];
  if (recovery.length === 0) return ['Nothing was killed.'];
  const rows = [...recovery, addUp('all of them', recovery)].map(({ component, times, p50Ms, p95Ms, maxMs }) => [
    component,
    String(times),
    ...[p50Ms, p95Ms, maxMs].map(seconds),
  ]);
  return renderTable(columns, rows);
}

function verdict(outcome: ChaosOutcome): string[] {
  if (outcome.violations.length === 0) return ['Everything holds.'];
  const plan = path.join(outcome.folder, 'plan.json');
  return [
    `${outcome.violations.length} violations. Plan, journal and logs: ${outcome.folder}`,
    `The same faults again: npm run chaos -- --replay ${plan}`,
    `The fewest faults that do it: npm run chaos -- --shrink ${plan}`,
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
