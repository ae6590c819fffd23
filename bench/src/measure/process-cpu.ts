import type { StackProcess } from '../stack/running-stack.js';
import { readTrees } from './process-trees.js';

/** The name under which the customers' own process is told, for it takes its share of the machine. */
export const ourselves = 'this bench';

/** Processor time that each part has used since it started, in milliseconds. */
export type CpuReading = ReadonlyMap<string, number>;

export function readCpu(parts: readonly StackProcess[]): CpuReading {
  const trees = [...readTrees(parts)].map(([name, stats]): [string, number] => [
    name,
    stats.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  ]);
  const { user, system } = process.cpuUsage();
  return new Map([...trees, [ourselves, (user + system) / 1_000]]);
}

/** What each part used between two readings, in milliseconds. */
export function cpuBetween(before: CpuReading, after: CpuReading): Record<string, number> {
  return Object.fromEntries([...after].map(([name, used]) => [name, used - (before.get(name) ?? 0)]));
}
