import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../random.js';
import type { ProcessEnd } from '../run-record.js';
import type { FaultControl } from './fault-control.js';

export interface Ended {
  name: string;
  pid: number;
  how: string;
  /** Whether the plan asked for it by a signal. */
  isPlanned: boolean;
}

const longestPauseMs = 3_000;

/** What comes after the end of a process: it is written down, and after a while the process is started again. */
export class Afterlife {
  readonly ends: ProcessEnd[] = [];

  /** @param onFailure is told when a process cannot be started again: the harness itself has failed then. */
  constructor(
    private readonly random: Random,
    private readonly faultControl: FaultControl,
    private readonly signal: AbortSignal,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  begin({ name, pid, how, isPlanned }: Ended, restart: () => Promise<void>): void {
    if (this.signal.aborted) return;
    this.ends.push({
      process: name,
      at: Date.now(),
      how,
      isPlanned: isPlanned || this.faultControl.hasEnded(pid),
    });
    void this.restartLater(restart).catch(this.onFailure);
  }

  private async restartLater(restart: () => Promise<void>): Promise<void> {
    await delay(this.random.integer(0, longestPauseMs));
    if (!this.signal.aborted) await restart();
  }
}
