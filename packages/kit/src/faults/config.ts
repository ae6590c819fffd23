/** Set by the chaos harness alone: where a process finds what its fault points are to do, and tells what they did. */
export interface FaultConfig {
  orderFile: string;
  hitsFile: string;
}

/** Null in every other process: fault points do nothing there. */
export function readFaultConfig(environment: NodeJS.ProcessEnv = process.env): FaultConfig | null {
  const { FAULT_POINTS: orderFile, FAULT_HITS: hitsFile } = environment;
  return orderFile && hitsFile ? { orderFile, hitsFile } : null;
}
