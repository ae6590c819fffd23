import type { Level } from '@souk/bench/load/measure-levels';
import type { Takings } from '@souk/bench/stock/measure-takings';
import type { Findings } from '../keeping/kept.js';
import type { LoadFigures } from '../parts/bench-figures.js';
import { allRecoveries, recoveries } from './aggregate.js';
import { eventRows } from './chaos-sections.js';
import { outcomesOf } from './goals.js';
import { section, table } from './markdown.js';
import { inMs, inSeconds, originOf } from './words-for.js';

export function recoverySection(findings: Findings): string[] {
  const { recovery, runs, soak } = findings;
  const both = [...(outcomesOf(runs) ?? []), ...(outcomesOf(soak) ?? [])];
  return section(
    'From a kill until it works again',
    [
      'From kill -9 until something is answered through the router that needs the component, the pause of 0 to 3 s before',
      'the new start included. For NATS, until a subgraph says that it is ready.',
    ],
    ['Killed alone, with nothing else going wrong:', '', ...originOf(recovery)],
    recoveryTable(outcomesOf(recovery) ?? []),
    recoveries(both).length === 0 ? [] : ['Killed while other things were going wrong, in runs and soak:'],
    recoveryTable(both),
  );
}

function recoveryTable(outcomes: Parameters<typeof recoveries>[0]): string[] {
  const all = allRecoveries(outcomes);
  const rows = [...recoveries(outcomes), ...(all ? [all] : [])].map(({ component, measured, unfinished }) => {
    return [component, measured?.count ?? 0, ...inSeconds(measured), unfinished];
  });
  return table(['in s', 'kills', 'p50', 'p95', 'max', 'never'], rows);
}

export function latencySection(findings: Findings): string[] {
  const { checkout, browse } = findings.latency?.done[0]?.result ?? {};
  const events = (checkout?.levels ?? []).flatMap(({ customers, events }) => [
    [`without faults, ${customers} at a time`, String(events.deliveries), ...inMs(events.handled)],
    [
      `from the commit of orders’ events, ${customers} at a time`,
      String(events.handledAfterCommit?.count ?? 0),
      ...inMs(events.handledAfterCommit),
    ],
  ]);
  const withFaults = eventRows(findings);
  return section(
    'How fast',
    [`Without faults: ${originOf(findings.latency)[0]}`],
    table(
      ['in ms, without faults', 'p50', 'p95', 'p99', 'max'],
      [
        ...answerRows(checkout, 'placeOrder', 'placeOrder'),
        ...answerRows(checkout, 'paid', 'placed → PAID'),
        ...answerRows(browse, 'search', 'search'),
        ...answerRows(browse, 'page', 'product page'),
      ],
    ),
    table(['event created → handled, in ms', 'deliveries', 'p50', 'p95', 'p99', 'max'], [...events, ...withFaults]),
    withFaults.length === 0 ? ['With faults this was not measured.'] : [],
    [
      'Created is the beginning of the transaction that wrote the event, handled the first write of each consumer’s transaction.',
    ],
  );
}

function answerRows(load: LoadFigures | undefined, step: string, name: string): string[][] {
  return (load?.levels ?? []).map((level: Level) => [
    `${name}, ${level.customers} at a time`,
    ...inMs(level.latencies[step]),
  ]);
}

export function saleSection({ 'flash-sale': series }: Findings): string[] {
  const sale = series?.done[0]?.result;
  if (!sale) return section('Flash sale', originOf(series));
  const { size, rush, take, reserve } = sale;
  return section(
    'Flash sale',
    originOf(series),
    [`${size.buyers} buyers of ${size.units} units, ${size.atOnce} at once:`],
    table(
      ['', 'orders'],
      [
        ['sold and paid', rush.paid],
        ['refused as sold out', rush.outOfStock],
        ['ended otherwise', rush.otherwise],
        ['charged without goods', rush.wronglyCharged],
        ['not charged exactly once', rush.wronglyPaid],
        ['units left', rush.left ?? '–'],
        ['times a buyer came again because the shop was busy', rush.retries],
      ],
    ),
    table(
      ['', 'per second', 'p50, ms', 'p95, ms', 'p99, ms', 'max, ms'],
      [
        takingsRow('a unit is taken, inventory alone, 32 at once', take),
        takingsRow('an order is reserved, inventory alone, 32 at once', reserve),
        ['placeOrder through the whole shop', Math.round(size.buyers / rush.seconds), ...inMs(rush.placeOrder)],
        ['until PAID', '–', ...inMs(rush.untilPaid)],
        ['until refused', '–', ...inMs(rush.untilRefused)],
      ],
    ),
  );
}

function takingsRow(name: string, { perSecond, latency }: Takings): (string | number)[] {
  return [name, Math.round(perSecond), ...inMs(latency)];
}

export function mutantSection({ mutants }: Findings): string[] {
  const rows = (mutants?.done ?? []).map(({ result }) => [
    result.mutant,
    result.runs,
    result.brokenBy.join(', ') || '**nothing**',
    result.breaks,
  ]);
  const caught = mutants?.done.filter(({ result }) => result.brokenBy.length > 0).length;
  return section(
    'Would we have noticed?',
    ['Variants of the shop with one well-known mistake each. A check that finds none of them proves nothing.'],
    originOf(mutants),
    rows.length === 0 ? [] : [`${caught} of ${rows.length} were caught:`],
    table(['mutant', 'runs', 'found out by', 'its mistake'], rows),
  );
}
