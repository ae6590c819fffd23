import type { StackProcess } from '../stack/running-stack.js';
import type { ProcessStat } from './process-stat.js';
import { readProcesses } from './read-processes.js';

/**
 * Which processes belong to which part of the shop: each part's own, and all that descend from it (PostgreSQL has one
 * per connection). A part that another one started counts for itself alone.
 */
export function readTrees(parts: readonly StackProcess[]): Map<string, ProcessStat[]> {
  const children = Map.groupBy(readProcesses(), ({ parent }) => parent);
  const stats = new Map([...children.values()].flat().map((stat) => [stat.pid, stat]));
  const roots = new Set(parts.map(({ pid }) => pid));
  const treeOf = (stat: ProcessStat): ProcessStat[] => {
    const own = (children.get(stat.pid) ?? []).filter(({ pid }) => !roots.has(pid));
    return [stat, ...own.flatMap(treeOf)];
  };
  return new Map(parts.map((part) => [part.name, treeOf(livingOf(part, stats))]));
}

// A number alone may have gone to another process since.
function livingOf({ name, pid, started }: StackProcess, stats: ReadonlyMap<number, ProcessStat>): ProcessStat {
  const stat = stats.get(pid);
  if (stat?.started === started) return stat;
  throw new Error(`${name} is not process ${pid} any more. It died or was restarted: start the shop again.`);
}
