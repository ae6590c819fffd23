import type { Surroundings } from '@souk/bench/measure/surroundings';
import type { Check } from '../invariants/check-invariants.js';
import type { Violation } from '../invariants/invariant.js';
import type { Plan } from '../plan/plan.js';
import type { RecoverySummary } from '../recovery/recovery-times.js';
import type { LoadReport } from '../report/load-report.js';
import type { OrderOutcomes } from '../report/order-outcomes.js';
import type { Samples } from '../report/samples.js';
import type { RunRecord } from '../run-record.js';
import type { FaultHit } from '../world/fault-control.js';

/** Everything that came out of a run. */
export interface ChaosOutcome {
  plan: Plan;
  /** Where plan, journals and logs are. */
  folder: string;
  /** The machine, and how durable the servers were. */
  surroundings: Surroundings;
  record: RunRecord;
  load: LoadReport;
  orders: OrderOutcomes;
  samples: Samples;
  /** What was looked at, and what was found. */
  checks: Check[];
  violations: Violation[];
  recovery: RecoverySummary[];
  faultPointHits: FaultHit[];
  /** What could not be made to happen, and why. */
  leftOut: string[];
}
