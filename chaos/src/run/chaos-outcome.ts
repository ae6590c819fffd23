import type { Plan } from '../plan/plan.js';
import type { RecoverySummary } from '../recovery/recovery-times.js';
import type { RunRecord } from '../run-record.js';
import type { FaultHit } from '../world/fault-control.js';

/** Something that must always hold and did not. */
export interface Violation {
  invariant: string;
  sentence: string;
  evidence: object;
}

/** Everything that came out of a run. */
export interface ChaosOutcome {
  plan: Plan;
  /** Where plan, journals and logs are. */
  folder: string;
  record: RunRecord;
  ordersPlaced: number;
  violations: Violation[];
  recovery: RecoverySummary[];
  faultPointHits: FaultHit[];
  /** What could not be made to happen, and why. */
  leftOut: string[];
}
