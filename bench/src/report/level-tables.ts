import type { Level } from '../load/measure-levels.js';
import type { Summary } from '../measure/percentiles.js';
import { figure } from './figures.js';
import { numbers, renderTable, words } from './table.js';

const percentiles = [numbers('p50'), numbers('p95'), numbers('p99'), numbers('max')];

/** How fast it was: one line per load and step. */
export function speedTable(levels: readonly Level[], steps: Readonly<Record<string, string>>): string[] {
  const columns = ['customers', 'operations', 'failed', 'per second'].map(numbers);
  const rows = levels.flatMap((level) =>
    Object.entries(steps).map(([step, name], index) => [
      ...(index === 0 ? loadCells(level) : ['', '', '', '']),
      name,
      ...summaryCells(level.latencies[step]),
    ]),
  );
  return ['Answers, in ms', ...renderTable([...columns, words('step'), ...percentiles], rows)];
}

/** What it cost: processor time by process. */
export function cpuTable(levels: readonly Level[]): string[] {
  const names = Object.keys(levels[0]?.cpuMsPerOperation ?? {});
  const columns = [words('process'), ...levels.map(({ customers }) => numbers(`${customers} at a time`))];
  const rowOf = (name: string, cost: (level: Level) => number | undefined) => [
    name,
    ...levels.map((level) => figure(cost(level), 2)),
  ];
  const rows = names.map((name) => rowOf(name, ({ cpuMsPerOperation }) => cpuMsPerOperation[name]));
  const sum = rowOf('sum', ({ cpuMsPerOperation }) => Object.values(cpuMsPerOperation).reduce((a, b) => a + b, 0));
  return ['Processor time, in ms per operation', ...renderTable(columns, [...rows, sum])];
}

/** How long events were on their way. */
export function eventTable(levels: readonly Level[]): string[] {
  const columns = [numbers('customers'), words('from created to'), numbers('events'), ...percentiles];
  const rows = levels.flatMap(({ customers, events }) => [
    [String(customers), 'published', String(events.events), ...summaryCells(events.published)],
    ['', 'handled', String(events.deliveries), ...summaryCells(events.handled)],
    [
      '',
      'handled, from the commit (orders)',
      String(events.handledAfterCommit?.count ?? 0),
      ...summaryCells(events.handledAfterCommit),
    ],
  ]);
  return ['Events, in ms', ...renderTable(columns, rows)];
}

/** Why operations failed; nothing when none did. */
export function failureLines(levels: readonly Level[]): string[] {
  const lines = levels.flatMap(({ customers, failures }) =>
    Object.entries(failures).map(([reason, count]) => `${count} × with ${customers} at a time: ${reason}`),
  );
  return lines.length > 0 ? ['Failures', ...lines] : [];
}

function loadCells({ customers, operations, failed, perSecond }: Level): string[] {
  return [String(customers), String(operations), String(failed), figure(perSecond)];
}

function summaryCells(summary: Summary | null | undefined): string[] {
  return [summary?.p50, summary?.p95, summary?.p99, summary?.max].map((value) => figure(value));
}
