import type { StackProcess } from '../stack/running-stack.js';
import { readTrees } from './process-trees.js';
import { readFileOf } from './read-processes.js';

export interface MemoryUse {
  /** How many processes it is. */
  processes: number;
  /** Proportional set size: what several processes share is divided among them, so that the sum is true. */
  pssBytes: number;
}

/** What each part holds of the machine's memory. */
export function readMemory(parts: readonly StackProcess[]): Record<string, MemoryUse> {
  const entries = [...readTrees(parts)].map(([name, stats]) => {
    const shares = stats.map(({ pid }) => parsePss(readFileOf(pid, 'smaps_rollup') ?? ''));
    return [name, { processes: shares.length, pssBytes: shares.reduce((sum, share) => sum + share, 0) }];
  });
  return Object.fromEntries(entries);
}

/** @param text the content of `/proc/<pid>/smaps_rollup`; empty for a process that has just ended. */
export function parsePss(text: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1_024;
}
