import { readTrees } from '../../measure/process-trees.js';
import { readFileOf } from '../../measure/read-processes.js';
import type { StackProcess } from '../../stack/running-stack.js';

/** What a process and its descendants hold of the machine's memory, in bytes. */
export function readRss(part: StackProcess): number {
  const stats = readTrees([part]).get(part.name) ?? [];
  return stats.reduce((sum, { pid }) => sum + parseRss(readFileOf(pid, 'status') ?? ''), 0);
}

/** @param text the content of `/proc/<pid>/status`; empty for a process that has just ended. */
export function parseRss(text: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1_024;
}
