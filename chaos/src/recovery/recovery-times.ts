import { setTimeout as delay } from 'node:timers/promises';
import { summarize } from '@souk/bench/measure/percentiles';
import type { Probe } from './probes.js';

export interface RecoverySummary {
  component: string;
  /** Each that was measured, in the order in which they came back. */
  ms: number[];
  times: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
  /** How often the run was over before it worked again. */
  unfinished: number;
}

const pollMs = 50;
/** Nobody notices at once that a process has died. */
const firstLookMs = 50;

/** Measures how long after each kill everything works again that needs the component, the pause before its new start included. */
export class RecoveryTimes {
  private readonly measuredMs = new Map<string, number[]>();
  private readonly unfinished = new Map<string, number>();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly probeOf: (component: string) => Probe,
    private readonly signal: AbortSignal,
  ) {}

  /** To be called at the moment of the kill. */
  measure(component: string): void {
    const measuring = this.untilAnswered(component).finally(() => this.underWay.delete(measuring));
    this.underWay.add(measuring);
  }

  /** Resolves when nothing is being measured any more. */
  async settle(): Promise<void> {
    await Promise.all(this.underWay);
  }

  summary(): RecoverySummary[] {
    const components = new Set([...this.measuredMs.keys(), ...this.unfinished.keys()]);
    return [...components]
      .sort()
      .map((component) =>
        summarizeRecovery(component, this.measuredMs.get(component) ?? [], this.unfinished.get(component) ?? 0),
      );
  }

  private async untilAnswered(component: string): Promise<void> {
    const began = performance.now();
    const probe = this.probeOf(component);
    await delay(firstLookMs);
    while (!this.signal.aborted) {
      if (await probe()) {
        this.measuredMs.set(component, [...(this.measuredMs.get(component) ?? []), performance.now() - began]);
        return;
      }
      await delay(pollMs);
    }
    this.unfinished.set(component, (this.unfinished.get(component) ?? 0) + 1);
  }
}

/** All of them as one, under another name. */
export function addUp(component: string, recoveries: readonly RecoverySummary[]): RecoverySummary {
  const unfinished = recoveries.reduce((sum, each) => sum + each.unfinished, 0);
  return summarizeRecovery(
    component,
    recoveries.flatMap(({ ms }) => ms),
    unfinished,
  );
}

function summarizeRecovery(component: string, measured: readonly number[], unfinished: number): RecoverySummary {
  const ms = measured.map(Math.round);
  const { count = 0, p50 = 0, p95 = 0, max = 0 } = summarize(ms) ?? {};
  return { component, ms, times: count, p50Ms: p50, p95Ms: p95, maxMs: max, unfinished };
}
