import type { FaultPoint } from '@souk/kit/faults';
import { draftFaultPoint, placeMs } from '../faults/hit-fault-point.js';
import type { Random } from '../random.js';
import type { Timed } from './overlap.js';

/** From one arming to the next: the process that died at the last one is back by then. */
const apartMs = placeMs + 1_000;
/** Of the last so many some may not have been hit yet. */
const mostWaiting = 2;
/** So that the next one is in another process. */
const leastStride = 7;

/**
 * Draws at which points processes fail, one after the other. They go round: where the plan of one seed stops, the plan of
 * the next number goes on, so that runs with consecutive seeds come by all of them equally often.
 */
export function planPointFaults(
  seed: string,
  durationMs: number,
  { points, random }: { points: readonly FaultPoint[]; random: Random },
): Timed[] {
  const turns = Math.floor(durationMs / apartMs);
  const before = numberOf(seed, random) * turns;
  const stride = strideThrough(points.length);
  const faults: Timed[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const point = points[((before + turn) * stride) % points.length] as FaultPoint;
    const atMs = turn * apartMs + random.integer(0, apartMs - placeMs);
    const waiting = faults.slice(-mostWaiting).map(({ target }) => target);
    faults.push({ kind: 'fault-point', atMs, detail: {}, ...draftFaultPoint(point, random, waiting) });
  }
  return faults;
}

/** A seed that is no number begins anywhere. */
function numberOf(seed: string, random: Random): number {
  return /^\d{1,13}$/.test(seed) ? Number(seed) : random.integer(0, 1_000);
}

/** A step that comes by all of so many before it comes by one again. */
function strideThrough(count: number): number {
  let stride = leastStride;
  while (greatestCommonDivisor(stride, count) > 1) stride += 1;
  return stride;
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
