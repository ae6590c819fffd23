import type { Goal } from '../../report/goals.js';
import type { OperationName } from '../graph/operations.js';
import { cpuRatio, cpuRatioOfMix } from '../measure/compare.js';
import type { Slice } from '../measure/slice.js';
import type { PeerName } from '../peers/peer.js';

interface Wish {
  operation: OperationName;
  /** Against whom: the best of them. */
  rivals: readonly PeerName[];
  who: string;
  timesLess: number;
}

const hiveModes: readonly PeerName[] = ['hive', 'hive-rust'];
const atMostOfByHand = 1.4;
const atMostOfBare = 1.1;
const unit = '×';

const wishes: readonly Wish[] = [
  { operation: 'typical', rivals: ['stock'], who: 'stock', timesLess: 12 },
  { operation: 'typical', rivals: hiveModes, who: "Hive's best mode", timesLess: 2.5 },
  { operation: 'heavy', rivals: ['stock'], who: 'stock', timesLess: 9 },
  { operation: 'heavy', rivals: hiveModes, who: "Hive's best mode", timesLess: 2.2 },
];

/** Goals about the peers that were asked for; what could not be measured though it was is not met. */
export function routerGoals(slices: readonly Slice[], asked: ReadonlySet<PeerName>): Goal[] {
  const goals = wishes
    .filter(({ rivals }) => rivals.every((rival) => asked.has(rival)))
    .map(({ operation, rivals, who, timesLess }) => ({
      name: `${operation}: processor time of ${who} against ours`,
      measured: leastOf(rivals.map((greater) => cpuRatio(slices, operation, { greater, lesser: 'router' }))),
      atLeast: timesLess,
      unit,
    }));
  return [
    ...goals,
    ...(asked.has('by-hand') ? [byHandGoal(slices)] : []),
    ...(asked.has('bare') ? [bareGoal(slices)] : []),
  ];
}

function byHandGoal(slices: readonly Slice[]): Goal {
  return {
    name: 'typical: our processor time against the resolver written by hand',
    measured: cpuRatio(slices, 'typical', { greater: 'router', lesser: 'by-hand' }),
    atMost: atMostOfByHand,
    unit,
  };
}

function bareGoal(slices: readonly Slice[]): Goal {
  return {
    name: 'mix: our processor time against the same without protections',
    measured: cpuRatioOfMix(slices, { greater: 'router', lesser: 'bare' }),
    atMost: atMostOfBare,
    unit,
  };
}

/** Null when one is missing: it could have been the least. */
function leastOf(ratios: readonly (number | null)[]): number | null {
  return ratios.reduce((least, ratio) => (least === null || ratio === null ? null : Math.min(least, ratio)));
}
