import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../random.js';

const longestPauseMs = 10_000;

/** How long somebody waits before asking again: up to twice as long after each try. In milliseconds. */
export function pauseAfterTry(tries: number, shortestMs: number, random: Random): number {
  return Math.min(longestPauseMs, shortestMs * 2 ** Math.min(tries, 10)) * random.next();
}

/** For how long people go on: until the shop closes they begin new things, until patience ends they finish old ones. */
export class Patience {
  private readonly closing = new AbortController();
  private readonly ending = new AbortController();

  /** Whether nothing new is to be begun. */
  get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** Whether what is under way is given up. */
  get isOver(): boolean {
    return this.ending.signal.aborted;
  }

  close(): void {
    this.closing.abort();
  }

  end(): void {
    this.close();
    this.ending.abort();
  }

  /** Waits; less when patience ends. */
  wait(ms: number): Promise<void> {
    return waitAtMost(ms, this.ending.signal);
  }

  /** Waits; less when the shop closes. */
  waitWhileOpen(ms: number): Promise<void> {
    return waitAtMost(ms, this.closing.signal);
  }
}

async function waitAtMost(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await delay(ms, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
}
