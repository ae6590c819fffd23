import type { FaultKind } from './fault-kind.js';
import { mortalParts } from './targets.js';

const feltMs = 3_000;

/** A process dies between two lines (kill -9). */
export const killProcess: FaultKind = {
  weight: 6,
  draw: ({ random }) => ({ target: random.pick(mortalParts), durationMs: feltMs }),
  begin: ({ living, measureRecovery }, { target }) => {
    living.process(target).kill();
    measureRecovery(target);
  },
};
