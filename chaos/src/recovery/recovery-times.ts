import { setTimeout as delay } from 'node:timers/promises';
import { summarize } from '@souk/bench/measure/percentiles';
import type { Probe } from './probes.js';

export interface RecoverySummary {
  component: string;
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
    return [...components].sort().map((component) => this.summaryOf(component));
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

  private summaryOf(component: string): RecoverySummary {
    const measured = summarize(this.measuredMs.get(component) ?? []);
    return {
      component,
      times: measured?.count ?? 0,
      p50Ms: Math.round(measured?.p50 ?? 0),
      p95Ms: Math.round(measured?.p95 ?? 0),
      maxMs: Math.round(measured?.max ?? 0),
      unfinished: this.unfinished.get(component) ?? 0,
    };
  }
}
