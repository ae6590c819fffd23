import { faultPoints } from '@souk/kit/faults';
import type { ChaosOutcome } from '../../run/chaos-outcome.js';
import type { Findings, Series } from '../keeping/kept.js';
import {
  countOf,
  durationsIn,
  durationsOf,
  faultsByKind,
  hitsByPoint,
  sumCounts,
  sumOf,
  violationsOf,
} from './aggregate.js';
import { outcomesOf } from './goals.js';
import { section, table } from './markdown.js';
import { countOf as breachesOf, words } from './words.js';
import { inMs, inSeconds, originOf } from './words-for.js';

const mostBreachesShown = 20;

/** The parts in which everything breaks, side by side. */
function columnsOf({ runs, soak }: Findings): [string, ChaosOutcome[]][] {
  const both: [string, ChaosOutcome[] | null][] = [
    ['runs', outcomesOf(runs)],
    ['soak', outcomesOf(soak)],
  ];
  return both.filter((column): column is [string, ChaosOutcome[]] => column[1] !== null);
}

type Row = [title: string, numberOf: (outcomes: ChaosOutcome[]) => string | number];

function sideBySide(findings: Findings, title: string, rows: readonly Row[]): string[] {
  const columns = columnsOf(findings);
  if (columns.length === 0) return [];
  return table(
    [title, ...columns.map(([name]) => name)],
    rows.map(([name, numberOf]) => [name, ...columns.map(([, outcomes]) => numberOf(outcomes))]),
  );
}

export function amountSection(findings: Findings): string[] {
  const { runs, soak } = findings;
  return section(
    'How much was tried',
    [
      'A *run* lets customers buy, makes things go wrong by a plan that is drawn from its seed, heals everything and checks',
      'all that was left behind. *runs* are short, *soak* is a long one.',
    ],
    [`runs: ${originOf(runs)[0]}`, '', `soak: ${originOf(soak)[0]}`],
    sideBySide(findings, '', [
      ['runs', (outcomes) => outcomes.length],
      ['minutes of faults', (outcomes) => sumOf(outcomes, ({ plan }) => plan.minutes)],
      ['orders placed', (outcomes) => sumOf(outcomes, ({ load }) => load.ordersPlaced)],
      ['faults', (outcomes) => sumOf(outcomes, ({ plan }) => plan.faults.length)],
      ['processes ended', (outcomes) => sumOf(outcomes, ({ record }) => record.processEnds.length)],
      [
        `fault points hit, of ${faultPoints.length}`,
        (outcomes) => hitsByPoint(outcomes).filter(({ hits }) => hits > 0).length,
      ],
    ]),
    noVerdict([runs, soak]),
  );
}

/** Tries that told nothing, so that no later one hides them. */
function noVerdict(series: readonly (Series<unknown> | null)[]): string[] {
  const failures = series.flatMap((one) => one?.failures ?? []);
  if (failures.length === 0) return [];
  const lines = failures.map(({ task, at, message }) => `- ${task}, ${at.slice(0, 16).replace('T', ' ')}: ${message}`);
  return ['Tries that came to no verdict, and were or will be made again:', '', ...lines];
}

export function promiseSection(findings: Findings): string[] {
  const all = [...columnsOf(findings), ...singleKills(findings)].flatMap(([, outcomes]) => outcomes);
  const rows = words.map((word): [string, ...(string | number)[]] => [
    word.word,
    breachesOf(word, violationsOf(all)),
    word.meaning,
    word.invariants.join(', '),
  ]);
  return section(
    'What must never happen',
    [
      'What was found in runs, soak and recovery together; each must be 0. The last column names the checks of',
      '[chaos](../chaos/README.md) that would have found it. A breach counts under every word that its check stands for.',
    ],
    all.length === 0 ? originOf(null) : table(['', 'found', 'what it would be', 'checks'], rows),
    breaches(all),
  );
}

function singleKills({ recovery }: Findings): [string, ChaosOutcome[]][] {
  const outcomes = outcomesOf(recovery);
  return outcomes ? [['recovery', outcomes]] : [];
}

function breaches(outcomes: readonly ChaosOutcome[]): string[] {
  const lines = outcomes.flatMap(({ plan, violations }) =>
    violations.map(({ invariant, sentence }) => `- ${invariant}, seed ${plan.seed}: ${sentence}`),
  );
  if (lines.length === 0) return [];
  const rest = lines.length - mostBreachesShown;
  return ['Found:', '', ...lines.slice(0, mostBreachesShown), ...(rest > 0 ? [`- … and ${rest} more`] : [])];
}

export function faultSection(findings: Findings): string[] {
  const columns = columnsOf(findings);
  const all = columns.flatMap(([, outcomes]) => outcomes);
  const kinds = faultsByKind(all).map(([kind]) => kind);
  const counts = columns.map(([, outcomes]) => new Map(faultsByKind(outcomes)));
  const rows = kinds.map((kind) => [kind, ...counts.map((found) => found.get(kind) ?? 0)]);
  const leftOut = all.flatMap(({ leftOut: sentences }) => sentences);
  const never = hitsByPoint(all).filter(({ hits }) => hits === 0);
  if (all.length === 0) return section('What went wrong on purpose', originOf(null));
  return section(
    'What went wrong on purpose',
    table(['kind', ...columns.map(([name]) => name)], rows),
    leftOut.length === 0 ? [] : [`Of these, ${leftOut.length} could not be made to happen, in whole or in part.`],
    [
      'Fault points are places between two lines of code where a death would hurt most. These were hit so often, in both',
      'together:',
    ],
    table(
      ['fault point', 'hits'],
      hitsByPoint(all).map(({ point, hits }) => [point, hits]),
    ),
    [never.length === 0 ? 'Every one was hit.' : `Never hit: ${never.map(({ point }) => point).join(', ')}.`],
  );
}

export function orderSection(findings: Findings): string[] {
  return section(
    'Orders while everything breaks',
    sideBySide(findings, '', [
      ['orders', (outcomes) => sumOf(outcomes, ({ orders }) => orders.orders)],
      ['nobody had a reason to cancel', (outcomes) => sumOf(outcomes, ({ orders }) => orders.due)],
      ['of those, paid', (outcomes) => sumOf(outcomes, ({ orders }) => orders.paid)],
      [
        'asked for, and nobody heard the answer',
        (outcomes) => countOf(outcomes, 'unknownThere') + countOf(outcomes, 'unknownAbsent'),
      ],
      ['of those, there once', (outcomes) => countOf(outcomes, 'unknownThere')],
      ['of those, not there', (outcomes) => countOf(outcomes, 'unknownAbsent')],
      ['mails', (outcomes) => countOf(outcomes, 'mails')],
      ['mails that came more than once', (outcomes) => countOf(outcomes, 'mailsTwice')],
    ]),
    [
      'Whoever gets no answer asks again with the same key, until the shop has decided. Both ends of such an order are',
      'lawful, two orders are not. A mail may come twice only where its sender died before it could note that it was sent.',
      'Customers, banks, staff and empty shelves have reasons to cancel; so has the shop where a fault ended the time for',
      'which it holds goods or waits for a payment.',
    ],
    sideBySide(findings, 'cancelled for', cancellations(findings)),
    answers(findings),
  );
}

function cancellations(findings: Findings): Row[] {
  const all = columnsOf(findings).flatMap(([, outcomes]) => outcomes);
  const reasonsOf = (outcomes: ChaosOutcome[]) => sumCounts(outcomes.map(({ orders }) => orders.cancelledFor));
  return reasonsOf(all).map(([reason]) => [reason, (outcomes) => new Map(reasonsOf(outcomes)).get(reason) ?? 0]);
}

function answers(findings: Findings): string[] {
  const rows = columnsOf(findings).flatMap(([name, outcomes]) => [
    [`${name}: placeOrder, the request that was acknowledged`, ...inMs(durationsIn(outcomes, 'placeOrder'))],
    [`${name}: reads`, ...inMs(durationsIn(outcomes, 'reads'))],
  ]);
  return table(['in ms, over all runs', 'p50', 'p95', 'p99', 'max'], rows);
}

export function restSection(findings: Findings): string[] {
  const rows = columnsOf(findings).flatMap(([name, outcomes]) => [
    [`${name}: from the last fault to the next order`, ...inSeconds(durationsOf(outcomes, 'firstOrderMs'))],
    [`${name}: from the last customer until nothing is under way`, ...inSeconds(durationsOf(outcomes, 'restMs'))],
  ]);
  if (rows.length === 0) return section('After the last fault', originOf(null));
  return section(
    'After the last fault',
    ['One figure for each run. Rest means that no event, order, payment, parcel or mail is under way any more.'],
    table(['in s', 'p50', 'p95', 'max'], rows),
  );
}

export function eventSection(findings: Findings): string[] {
  const doubled = words.find(({ word }) => word === 'doubled')!;
  const rows: Row[] = [
    ['events handed to a consumer', (outcomes) => countOf(outcomes, 'deliveries')],
    ['of those, new to it', (outcomes) => countOf(outcomes, 'taken')],
    ['handed out again', (outcomes) => Math.max(0, countOf(outcomes, 'deliveries') - countOf(outcomes, 'taken'))],
    ['anything that was done twice', (outcomes) => breachesOf(doubled, violationsOf(outcomes))],
  ];
  return section(
    'Events: delivered again, and done once',
    columnsOf(findings).length === 0 ? originOf(null) : sideBySide(findings, '', rows),
    [
      'The broker delivers at least once. The inbox of each consumer makes one effect of it. Broken and poisoned messages',
      'count as handed out again. The broker counts its own deliveries and forgets some of them when it is killed, so there',
      'may have been more.',
    ],
  );
}

/** Of the way of events while everything breaks. */
export function eventRows(findings: Findings): string[][] {
  return columnsOf(findings).map(([name, outcomes]) => {
    const handled = durationsIn(outcomes, 'eventsHandled');
    return [`with faults (${name})`, String(handled?.count ?? 0), ...inMs(handled)];
  });
}
