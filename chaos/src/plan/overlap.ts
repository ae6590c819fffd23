import type { PlannedFault } from './planned-fault.js';

export type Timed = Omit<PlannedFault, 'id'>;

/** More would hide from each other what each does. */
export const mostAtOnce = 3;

/** Whether a fault may come beside these: never too many at once, and never two of one thing, which would end each other. */
export function fits(faults: readonly Timed[], candidate: Timed): boolean {
  const beside = faults.filter((fault) => fault.atMs < endOf(candidate) && endOf(fault) > candidate.atMs);
  if (beside.some(({ target }) => target === candidate.target)) return false;
  // It is fullest when one of them begins.
  const moments = [candidate.atMs, ...beside.map(({ atMs }) => atMs).filter((atMs) => atMs > candidate.atMs)];
  return moments.every((moment) => beside.filter((fault) => isUnderWay(fault, moment)).length < mostAtOnce);
}

function isUnderWay(fault: Timed, moment: number): boolean {
  return fault.atMs <= moment && endOf(fault) > moment;
}

function endOf({ atMs, durationMs }: Timed): number {
  return atMs + durationMs;
}
