import { setTimeout as delay } from 'node:timers/promises';
import { cpuBetween, ourselves, readCpu } from '../measure/process-cpu.js';
import { type MemoryUse, readMemory } from '../measure/process-memory.js';
import { figure, megabytes } from '../report/figures.js';
import type { Goal } from '../report/goals.js';
import type { Progress } from '../report/progress.js';
import { numbers, renderTable, words } from '../report/table.js';
import type { RunningStack } from '../stack/running-stack.js';

const atMostBytes = 1.3e9;
const lookForSeconds = 5;

export interface MemoryFigures {
  byProcess: Record<string, MemoryUse & { cpuMsPerSecond: number }>;
  totalPssBytes: number;
}

/** What the shop takes while nobody uses it. The processor time beside it shows whether that is so. */
export async function measureMemory({ processes }: RunningStack, progress: Progress): Promise<MemoryFigures> {
  progress.show(`Looking at the idle shop for ${lookForSeconds} seconds`);
  const before = readCpu(processes);
  await delay(lookForSeconds * 1_000);
  const used = cpuBetween(before, readCpu(processes));
  const entries = Object.entries(readMemory(processes)).map(([name, memory]) => [
    name,
    { ...memory, cpuMsPerSecond: (used[name] ?? 0) / lookForSeconds },
  ]);
  const byProcess: MemoryFigures['byProcess'] = Object.fromEntries(entries);
  const totalPssBytes = Object.values(byProcess).reduce((sum, { pssBytes }) => sum + pssBytes, 0);
  return { byProcess, totalPssBytes };
}

export function memoryGoals({ totalPssBytes }: MemoryFigures): Goal[] {
  return [
    { name: 'memory of the idle shop, PSS', measured: totalPssBytes / 1e6, atMost: atMostBytes / 1e6, unit: 'MB' },
  ];
}

export function memoryTable({ byProcess, totalPssBytes }: MemoryFigures): string[] {
  const columns = [words('process'), numbers('processes'), numbers('PSS, MB'), numbers('idle CPU, ms/s')];
  const rows = Object.entries(byProcess).map(([name, { processes, pssBytes, cpuMsPerSecond }]) => [
    name,
    String(processes),
    megabytes(pssBytes),
    figure(cpuMsPerSecond),
  ]);
  return [
    `Memory (without ${ourselves})`,
    ...renderTable(columns, [...rows, ['sum', '', megabytes(totalPssBytes), '']]),
  ];
}
