import { readFaultConfig } from './config.js';
import type { FaultPoint } from './fault-points.js';
import { FaultSwitch } from './fault-switch.js';

const config = readFaultConfig();
const faultSwitch = config && new FaultSwitch(config);

/**
 * Marks a place between two steps that must survive the process's death there. Does nothing, unless the chaos harness
 * started this process. @throws {Error} when the harness wants it to.
 */
export const faultPoint: (point: FaultPoint) => Promise<void> | undefined = faultSwitch
  ? (point) => faultSwitch.pass(point)
  : () => undefined;
