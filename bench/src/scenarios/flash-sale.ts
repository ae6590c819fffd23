import type { Summary } from '../measure/percentiles.js';
import type { Outcome } from '../outcome.js';
import { figure } from '../report/figures.js';
import type { Goal } from '../report/goals.js';
import { rushTable } from '../report/rush-table.js';
import { numbers, renderTable, words } from '../report/table.js';
import { measureTakings, type Takings } from '../stock/measure-takings.js';
import { isAsItMustBe, type Rush } from './judge-rush.js';
import { type RushRequest, type RushSize, runRush } from './rush.js';

const size: RushSize = { buyers: 3_000, units: 500, atOnce: 64, isHot: true };

export interface FlashSale {
  /** The taking of a unit alone, and the whole use case around it, in inventory's own code and without the shop. */
  take: Takings;
  reserve: Takings;
  rush: Rush;
}

/** Sells out a product that everybody wants: first in inventory's code alone, then through the whole shop. */
export async function runFlashSale(request: Omit<RushRequest, 'size'>): Promise<Outcome> {
  request.progress.show('Units are taken from a pool');
  const take = await measureTakings('unit');
  request.progress.show('Units are reserved for orders');
  const reserve = await measureTakings('reservation');
  return toOutcome({ take, reserve, rush: await runRush({ ...request, size }) });
}

function toOutcome({ take, reserve, rush }: FlashSale): Outcome {
  const { buyers, units, atOnce } = size;
  return {
    title: `flash-sale: ${buyers} buyers of ${units} units, ${atOnce} at once`,
    figures: { size, take, reserve, rush },
    tables: [takingsTable({ take, reserve }), rushTable([rush]), latencyTable(rush)],
    goals: flashSaleGoals({ take, reserve, rush }),
  };
}

/** Without a sale they were not measured. */
export function flashSaleGoals(sale: FlashSale | null): Goal[] {
  const wrong = sale && (isAsItMustBe(sale.rush, size) ? 0 : 1);
  return [
    { name: 'sales that sold anything but each unit once', measured: wrong, atMost: 0, unit: 'sales' },
    { name: 'units taken', measured: sale?.take.perSecond ?? null, atLeast: 2_500, unit: 'per second' },
    { name: 'units reserved', measured: sale?.reserve.perSecond ?? null, atLeast: 500, unit: 'per second' },
  ];
}

function takingsTable({ take, reserve }: Pick<FlashSale, 'take' | 'reserve'>): string[] {
  const titles = [words('without the shop, 32 at once'), ...['per second', 'p50, ms', 'p99, ms'].map(numbers)];
  const row = (name: string, { perSecond, latency }: Takings) => [
    name,
    figure(perSecond, 0),
    figure(latency?.p50),
    figure(latency?.p99),
  ];
  return renderTable(titles, [row('a unit of the pool is taken', take), row('an order is reserved', reserve)]);
}

function latencyTable({ placeOrder, untilPaid, untilRefused }: Rush): string[] {
  const titles = [words('through the shop'), ...['orders', 'p50, ms', 'p95, ms', 'p99, ms'].map(numbers)];
  const row = (name: string, summary: Summary | null) => [
    name,
    String(summary?.count ?? 0),
    figure(summary?.p50),
    figure(summary?.p95),
    figure(summary?.p99),
  ];
  return renderTable(titles, [
    row('placeOrder answers', placeOrder),
    row('until PAID', untilPaid),
    row('until refused', untilRefused),
  ]);
}
