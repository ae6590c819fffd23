import { type Goal, isMet } from '@souk/bench/report/goals';
import { goalsOfOne } from '@souk/bench/scenarios/checkout';
import { flashSaleGoals } from '@souk/bench/scenarios/flash-sale';
import { faultPoints } from '@souk/kit/faults';
import { firstOrderWithinMs, quietWithinMs } from '../../invariants/recovers-in-time.js';
import { mutants } from '../../mutants/mutant-table.js';
import type { ChaosOutcome } from '../../run/chaos-outcome.js';
import type { Findings, Series } from '../keeping/kept.js';
import type { FlashSaleFigures, LoadFigures } from '../parts/bench-figures.js';
import type { PartName } from '../parts/part.js';
import { mostOrdersPerSecond, shareOfSaturation } from '../parts/usual-rate.js';
import { allRecoveries, completionOf, durationsOf, hitsByPoint, saturationOf, violationsOf } from './aggregate.js';
import { countOf, words } from './words.js';

/** A goal and the part that says whether it is met. */
export interface PartGoal {
  part: PartName;
  goal: Goal;
}

const usualRuns = 20;
const shortRunMinutes = 1.5;
const soakMinutes = 30;
const msPerSecond = 1_000;
const recoveredWithinSeconds = 5;
const answersWithinMs = 200;
const completedPercent = 99;

/** What was not measured is not missed, and told as what it is. */
export function isMissed({ goal }: PartGoal): boolean {
  return goal.measured !== null && !isMet(goal);
}

/** Everything that is hoped for, in the order in which it is told. */
export function goalsOf(findings: Findings): PartGoal[] {
  const outcomes = (name: 'runs' | 'soak' | 'recovery') => outcomesOf(findings[name]);
  return [
    ...from('runs', [...goalsOfRuns(outcomes('runs')), goalOfRate(outcomes('runs'), findings)]),
    ...from('soak', goalsOfSoak(outcomes('soak'))),
    ...from('mutants', [goalOfMutants(findings)]),
    ...from('recovery', goalsOfRecovery(outcomes('recovery'))),
    ...from('flash-sale', goalsOfSale(findings['flash-sale']?.done[0]?.result ?? null)),
    ...from('latency', goalsOfLatency(findings)),
  ];
}

/** Null when there is none. */
export function outcomesOf(series: Series<ChaosOutcome> | null): ChaosOutcome[] | null {
  return series && series.done.length > 0 ? series.done.map(({ result }) => result) : null;
}

function from(part: PartName, goals: Goal[]): PartGoal[] {
  return goals.map((goal) => ({ part, goal }));
}

type Outcomes = ChaosOutcome[] | null;

function goalsOfRuns(outcomes: Outcomes): Goal[] {
  const full = outcomes?.filter(({ plan }) => plan.minutes >= shortRunMinutes);
  const hit = outcomes && hitsByPoint(outcomes).filter(({ hits }) => hits > 0).length;
  return [
    {
      name: `runs of at least ${shortRunMinutes * 60} s of faults, each with its own seed`,
      measured: full ? new Set(full.map(({ plan }) => plan.seed)).size : null,
      atLeast: usualRuns,
      unit: 'runs',
    },
    ...words.map((word) => ({
      name: word.word,
      measured: outcomes && countOf(word, violationsOf(outcomes)),
      atMost: 0,
      unit: 'breaches',
    })),
    { name: 'fault points hit', measured: hit, atLeast: faultPoints.length, unit: 'points' },
    goalOfCompletion(outcomes),
    ...goalsOfRest(outcomes),
  ];
}

/** Fifteen orders a second, or so much of what the machine can do at most, whichever is lower. */
function goalOfRate(outcomes: Outcomes, findings: Findings): Goal {
  const saturation = saturationOf(findings);
  return {
    name: `orders wanted each second, against ${shareOfSaturation * 100} % of the most that the machine takes`,
    measured: outcomes && saturation && Math.min(...outcomes.map(({ plan }) => plan.ordersPerSecond)),
    atLeast: Math.min(mostOrdersPerSecond, (saturation ?? Number.POSITIVE_INFINITY) * shareOfSaturation),
    unit: 'per second',
  };
}

function goalsOfSoak(outcomes: Outcomes): Goal[] {
  return [
    {
      name: 'faults without a pause',
      measured: outcomes && Math.max(...outcomes.map(({ plan }) => plan.minutes)),
      atLeast: soakMinutes,
      unit: 'minutes',
    },
    { name: 'breaches of any kind', measured: outcomes && violationsOf(outcomes).length, atMost: 0, unit: 'breaches' },
    goalOfCompletion(outcomes),
    ...goalsOfRest(outcomes),
  ];
}

function goalOfCompletion(outcomes: Outcomes): Goal {
  const share = outcomes && completionOf(outcomes);
  return {
    name: 'orders paid, of those that nobody had a reason to cancel',
    measured: share === null ? null : share * 100,
    atLeast: completedPercent,
    unit: '%',
  };
}

function goalsOfRest(outcomes: Outcomes): Goal[] {
  const worst = (name: 'firstOrderMs' | 'restMs') => seconds(outcomes && durationsOf(outcomes, name)?.max);
  return [
    {
      name: 'from the last fault to the next order, longest',
      measured: worst('firstOrderMs'),
      atMost: firstOrderWithinMs / msPerSecond,
      unit: 's',
    },
    {
      name: 'from the last customer until nothing is under way, longest',
      measured: worst('restMs'),
      atMost: quietWithinMs / msPerSecond,
      unit: 's',
    },
  ];
}

function goalOfMutants({ mutants: series }: Findings): Goal {
  const caught = series?.done.filter(({ result }) => result.brokenBy.length > 0).length;
  return { name: 'mutants caught', measured: caught ?? null, atLeast: mutants.length, unit: 'mutants' };
}

function goalsOfRecovery(outcomes: Outcomes): Goal[] {
  const all = outcomes && allRecoveries(outcomes);
  return [
    {
      name: 'from any single kill until it works again, p95',
      measured: seconds(all && (all.measured?.p95 ?? Number.POSITIVE_INFINITY)),
      atMost: recoveredWithinSeconds,
      unit: 's',
    },
    { name: 'kills after which it never worked again', measured: all?.unfinished ?? null, atMost: 0, unit: 'kills' },
    { name: 'breaches of any kind', measured: outcomes && violationsOf(outcomes).length, atMost: 0, unit: 'breaches' },
  ];
}

/** Units sold that there were not, and units left although somebody was refused. */
function goalsOfSale(sale: FlashSaleFigures | null): Goal[] {
  const oversold = sale && Math.max(0, sale.rush.paid - sale.size.units);
  const left = sale?.rush.left ?? null;
  const undersold = sale && left !== null ? Math.min(left, sale.rush.outOfStock) : null;
  return [
    { name: 'oversold', measured: oversold, atMost: 0, unit: 'units' },
    { name: 'undersold', measured: undersold, atMost: 0, unit: 'units' },
    ...flashSaleGoals(sale),
  ];
}

function goalsOfLatency({ latency }: Findings): Goal[] {
  const { checkout, browse } = latency?.done[0]?.result ?? {};
  const alone = (load: LoadFigures | undefined) => load?.levels.find(({ customers }) => customers === 1) ?? null;
  const p95 = (load: LoadFigures | undefined, step: string) => alone(load)?.latencies[step]?.p95 ?? null;
  const levels = checkout && browse ? [...checkout.levels, ...browse.levels] : null;
  const failed = levels?.reduce((sum, level) => sum + level.failed, 0) ?? null;
  const answers = { atMost: answersWithinMs, unit: 'ms' };
  return [
    { name: 'failed operations', measured: failed, atMost: 0, unit: 'operations' },
    { name: 'placeOrder, p95, 1 customer', measured: p95(checkout, 'placeOrder'), ...answers },
    { name: 'search, p95, 1 customer', measured: p95(browse, 'search'), ...answers },
    { name: 'product page, p95, 1 customer', measured: p95(browse, 'page'), ...answers },
    ...goalsOfOne(alone(checkout)),
  ];
}

function seconds(ms: number | null | undefined): number | null {
  return ms === null || ms === undefined ? null : ms / msPerSecond;
}
