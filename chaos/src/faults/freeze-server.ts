import type { FaultKind } from './fault-kind.js';
import { servers } from './targets.js';

const shortestMs = 1_000;
const longestMs = 6_000;

/** A server does nothing for a while, its connections stay open (SIGSTOP, SIGCONT of all its processes). */
export const freezeServer: FaultKind = {
  weight: 1,
  draw: ({ random }) => ({ target: random.pick(servers), durationMs: random.integer(shortestMs, longestMs) }),
  begin: ({ living }, { target }) => {
    const frozen = living.process(target);
    frozen.freeze();
    return () => frozen.thaw();
  },
};
