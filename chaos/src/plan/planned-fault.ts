import { z } from 'zod';

const detail = z.record(z.string(), z.union([z.string(), z.number()]));

export const plannedFaultSchema = z.strictObject({
  /** By which `--only-faults` names it. */
  id: z.int().positive(),
  kind: z.string(),
  /** What it happens to: a process, a pair such as `cart>redis`, a fault point, a subgraph's data. */
  target: z.string(),
  /** When it begins, in milliseconds since the first of the plan's time. */
  atMs: z.int().nonnegative(),
  /** How long it lasts; what happens in a moment counts for as long as its consequences are usually felt. */
  durationMs: z.int().positive(),
  detail: detail.default({}),
});

/** One thing that goes wrong, on purpose. */
export type PlannedFault = z.infer<typeof plannedFaultSchema>;
export type FaultDetail = z.infer<typeof detail>;
