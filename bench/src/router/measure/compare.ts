import { type OperationName, operationNames } from '../graph/operations.js';
import type { PeerName } from '../peers/peer.js';
import type { Slice } from './slice.js';

interface Sides {
  greater: PeerName;
  lesser: PeerName;
}

/** The figure in the middle; of an even number of them, the upper one. */
export function median(figures: readonly number[]): number | null {
  return [...figures].sort((left, right) => left - right)[Math.floor(figures.length / 2)] ?? null;
}

/**
 * How many times the processor time of `lesser` it takes `greater` to answer the operation: the median over the rounds,
 * each round compared with itself. Null when one of them was not measured.
 */
export function cpuRatio(
  slices: readonly Slice[],
  operation: OperationName,
  { greater, lesser }: Sides,
): number | null {
  const measured = slices.filter((slice) => slice.operation === operation);
  const lesserByRound = new Map(measured.filter(({ peer }) => peer === lesser).map((slice) => [slice.round, slice]));
  const ratios = measured
    .filter(({ peer }) => peer === greater)
    .flatMap(({ round, cpuMs }) => {
      const other = lesserByRound.get(round);
      return other ? [cpuMs / other.cpuMs] : [];
    });
  return median(ratios);
}

/** The same for a mix of all operations on each of which `lesser` spends as much time. */
export function cpuRatioOfMix(slices: readonly Slice[], sides: Sides): number | null {
  const ratios = operationNames.map((operation) => cpuRatio(slices, operation, sides));
  return ratios.reduce((sum, ratio) => (sum === null || ratio === null ? null : sum + ratio / ratios.length), 0);
}
