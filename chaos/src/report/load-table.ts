import type { Summary } from '@souk/bench/measure/percentiles';
import { numbers, renderTable, words } from '@souk/bench/report/table';
import type { LoadReport } from './load-report.js';
import type { OrderOutcomes } from './order-outcomes.js';

/** What was asked of the shop and how it did, for people. */
export function renderLoad(load: LoadReport, outcomes: OrderOutcomes): string[] {
  const { seconds, wantedPerSecond, reachedPerSecond, tripsBegun, tripsHeldBack, ordersPlaced } = load;
  return [
    `${tripsBegun} trips in ${seconds.toFixed(0)} s, ${tripsHeldBack} more held back; ${ordersPlaced} orders placed`,
    `${wantedPerSecond.toFixed(1)} a second were wanted, ${reachedPerSecond.toFixed(1)} were reached`,
    `Orders: ${describeCounts(outcomes.byStatus)}; cancelled: ${describeCounts(outcomes.cancelledFor)}`,
    `Paid, of those that nobody had a reason to cancel: ${(100 * outcomes.completion).toFixed(2)} %`,
    '',
    ...renderLatencies(load),
    '',
    ...renderWishes(load),
    '',
    `Codes: ${describeCounts(load.codes)}`,
    ...load.surprises.map((surprise) => `SURPRISE ${surprise}`),
  ];
}

function renderLatencies({ placeOrder, untilPlaced, reads }: LoadReport): string[] {
  const columns = [words('in ms'), ...['count', 'p50', 'p95', 'p99', 'max'].map(numbers)];
  return renderTable(columns, [
    ['placeOrder: sent → acknowledged', ...cells(placeOrder)],
    ['an order: first asked for → acknowledged', ...cells(untilPlaced)],
    ['reads', ...cells(reads)],
  ]);
}

function cells(summary: Summary | null): string[] {
  if (!summary) return ['0', '', '', '', ''];
  const { count, p50, p95, p99, max } = summary;
  return [count, p50, p95, p99, max].map((value) => value.toFixed(0));
}

function renderWishes({ wishes }: LoadReport): string[] {
  const columns = [words('mutation'), ...['wanted', 'sent', 'unknown'].map(numbers)];
  return renderTable(
    columns,
    Object.entries(wishes).map(([operation, { wanted, sent, unknown }]) => [
      operation,
      ...[wanted, sent, unknown].map(String),
    ]),
  );
}

function describeCounts(counts: Record<string, number>): string {
  return (
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ') || 'none'
  );
}
