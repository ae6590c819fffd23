import { type OperationName, operationNames } from '../graph/operations.js';
import { type PeerName, peerNames } from '../peers/peer.js';
import { cpuRatio, median } from './compare.js';
import type { Slice } from './slice.js';

const figures = ['perSecond', 'p50', 'p99', 'cpuMs', 'fetches', 'rssBytes'] as const;
type Figure = (typeof figures)[number];

/** One peer with one operation: medians over the rounds. */
export interface PeerFigures extends Record<Figure, number> {
  peer: PeerName;
  operation: OperationName;
  /** How many times its processor time stock takes; null without stock. */
  stockToIt: number | null;
  /** How many times the processor time of the resolver written by hand it takes; null without that. */
  itToByHand: number | null;
  /** The same of the router without its protections. */
  itToBare: number | null;
}

/** Operation by operation, and peer by peer. */
export function summarizeSlices(slices: readonly Slice[]): PeerFigures[] {
  return operationNames.flatMap((operation) =>
    peerNames.flatMap((peer) => {
      const own = slices.filter((slice) => slice.operation === operation && slice.peer === peer);
      return own.length === 0 ? [] : [{ peer, operation, ...mediansOf(own), ...ratiosOf(slices, operation, peer) }];
    }),
  );
}

function mediansOf(own: readonly Slice[]): Record<Figure, number> {
  const medians = figures.map((figure) => [figure, median(own.map((slice) => slice[figure]))]);
  return Object.fromEntries(medians) as Record<Figure, number>;
}

function ratiosOf(slices: readonly Slice[], operation: OperationName, peer: PeerName) {
  return {
    stockToIt: cpuRatio(slices, operation, { greater: 'stock', lesser: peer }),
    itToByHand: cpuRatio(slices, operation, { greater: peer, lesser: 'by-hand' }),
    itToBare: cpuRatio(slices, operation, { greater: peer, lesser: 'bare' }),
  };
}
