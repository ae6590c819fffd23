import { setTimeout as delay } from 'node:timers/promises';
import type { End, Stage } from '../faults/fault-kind.js';
import { faultKind } from '../faults/fault-table.js';
import type { PlannedFault } from '../plan/planned-fault.js';
import type { Progress } from '../report/progress.js';

export interface PlanRun {
  faults: readonly PlannedFault[];
  durationMs: number;
  stageOf: (fault: PlannedFault) => Stage;
  /** Told of what could not be, because another fault was in its way. */
  onLeftOut: (sentence: string) => void;
  progress: Progress;
  signal: AbortSignal;
}

const msPerSecond = 1_000;

/** Makes every fault happen at its time, and ends it at its time. Resolves when the plan's time is over. */
export async function runPlan(run: PlanRun): Promise<void> {
  const began = performance.now();
  const untilMs = (ms: number) =>
    delay(Math.max(0, ms - (performance.now() - began)), undefined, { signal: run.signal });
  const all = run.faults.map(async (fault) => {
    await untilMs(fault.atMs);
    const end = await begin(run, fault);
    await untilMs(fault.atMs + fault.durationMs);
    await end?.();
  });
  await Promise.all([...all, untilMs(run.durationMs)]);
}

async function begin({ stageOf, progress, onLeftOut }: PlanRun, fault: PlannedFault): Promise<End | undefined> {
  const { id, kind, target, durationMs, detail } = fault;
  const words = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  progress.note(`#${id} ${[kind, target, ...words].join(', ')} for ${(durationMs / msPerSecond).toFixed(1)} s`);
  try {
    return (await faultKind(kind).begin(stageOf(fault), fault)) ?? undefined;
  } catch (error) {
    onLeftOut(`#${id} ${kind}: ${(error as Error).message}`);
    return undefined;
  }
}
