import type { FaultKind } from './fault-kind.js';
import { mortalParts } from './targets.js';

const feltMs = 3_000;

/** A process is asked to stop (SIGTERM), as in a deployment. */
export const stopProcess: FaultKind = {
  weight: 3,
  draw: ({ random }) => ({ target: random.pick(mortalParts), durationMs: feltMs }),
  begin: ({ living, measureRecovery }, { target }) => {
    living.part(target).terminate();
    measureRecovery(target);
  },
};
