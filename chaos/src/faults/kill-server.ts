import type { FaultKind } from './fault-kind.js';
import { servers } from './targets.js';

const feltMs = 4_000;

/** A server dies with all its children (kill -9), and comes back on what it had written to disk. */
export const killServer: FaultKind = {
  weight: 3,
  draw: ({ random }) => ({ target: random.pick(servers), durationMs: feltMs }),
  begin: ({ living, measureRecovery }, { target }) => {
    living.process(target).kill();
    measureRecovery(target);
  },
};
