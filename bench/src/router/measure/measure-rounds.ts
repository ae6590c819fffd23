import type { Progress } from '../../report/progress.js';
import { type OperationName, operations } from '../graph/operations.js';
import type { LoadFigures, LoadOrder } from '../load/load-order.js';
import type { Place } from '../place.js';
import { Companion } from '../processes/companion.js';
import type { RunningPeer } from '../start-peers.js';
import { measureSlice } from './measure-slice.js';
import { rotated } from './rotated.js';
import type { Slice } from './slice.js';

export interface RoundsRequest {
  peers: readonly RunningPeer[];
  subgraphs: Place['subgraphs'];
  rounds: number;
  seconds: number;
  progress: Progress;
}

const warmUpMs = 3_000;

/** All peers in turn with each operation, again and again: what the machine does meanwhile meets all of them. */
export async function measureRounds({ rounds, seconds, ...request }: RoundsRequest): Promise<Slice[]> {
  const load = Companion.start<LoadOrder, LoadFigures>('load', new URL('../load/main.js', import.meta.url));
  const slices: Slice[] = [];
  try {
    await measureRound({ ...request, load, round: 0, forMs: warmUpMs });
    for (let round = 1; round <= rounds; round++)
      slices.push(...(await measureRound({ ...request, load, round, forMs: seconds * 1_000 })));
    return slices;
  } finally {
    load.stop();
  }
}

interface RoundRequest extends Pick<RoundsRequest, 'peers' | 'subgraphs' | 'progress'> {
  load: Companion<LoadOrder, LoadFigures>;
  round: number;
  forMs: number;
}

async function measureRound({ peers, progress, ...request }: RoundRequest): Promise<Slice[]> {
  const slices: Slice[] = [];
  for (const operation of operations)
    for (const peer of rotated(peers, request.round)) {
      progress.show(`${stageOf(request.round)}: ${operation.name}, ${peer.name}`);
      slices.push(await measureSlice({ ...request, peer, operation }).catch(blame(peer, operation.name)));
    }
  return slices;
}

function stageOf(round: number): string {
  return round === 0 ? 'warm-up' : `round ${round}`;
}

function blame({ name }: RunningPeer, operation: OperationName): (error: Error) => never {
  return (error) => {
    throw new Error(`${name} cannot be measured with the ${operation} operation. ${error.message}`, { cause: error });
  };
}
