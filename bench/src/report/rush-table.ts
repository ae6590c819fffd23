import type { Rush } from '../scenarios/judge-rush.js';
import { figure } from './figures.js';
import { numbers, renderTable } from './table.js';

const titles = [
  'round',
  'PAID',
  'OUT_OF_STOCK',
  'otherwise',
  'wrongly charged',
  'wrongly paid',
  'units left',
  'imbalances',
  'retries',
  'placeOrder p50, ms',
  'p95, ms',
  'until all rest, s',
];

/** One line per rush. */
export function rushTable(rushes: readonly Rush[]): string[] {
  return renderTable(titles.map(numbers), rushes.map(cellsOf));
}

/** A rush in one line, as soon as it is over. */
export function describeRush(rush: Rush, round: number): string {
  const { paid, outOfStock, otherwise, wronglyCharged, wronglyPaid, left, imbalances, seconds } = rush;
  return (
    `round ${round}: ${paid} PAID, ${outOfStock} OUT_OF_STOCK, ${otherwise} otherwise, ` +
    `${wronglyCharged + wronglyPaid + imbalances} wrong in the books, ${left} left, ${figure(seconds)} s`
  );
}

function cellsOf(rush: Rush, index: number): string[] {
  const { paid, outOfStock, otherwise, wronglyCharged, wronglyPaid, left, imbalances, retries, placeOrder, seconds } =
    rush;
  const books = [wronglyCharged, wronglyPaid, left ?? '–', imbalances];
  const counts = [index + 1, paid, outOfStock, otherwise, ...books, retries];
  return [...counts.map(String), figure(placeOrder?.p50), figure(placeOrder?.p95), figure(seconds)];
}
