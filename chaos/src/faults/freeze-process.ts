import type { FaultKind } from './fault-kind.js';
import { mortalParts } from './targets.js';

const shortestMs = 1_000;
/** Longer than an event's acknowledgement is waited for, and than leases live. */
const longestMs = 45_000;

/** A process does nothing for a while and knows nothing of it (SIGSTOP, SIGCONT). */
export const freezeProcess: FaultKind = {
  weight: 3,
  draw: ({ random }) => ({ target: random.pick(mortalParts), durationMs: random.integer(shortestMs, longestMs) }),
  begin: ({ living }, { target }) => {
    const frozen = living.process(target);
    frozen.freeze();
    return () => frozen.thaw();
  },
};
