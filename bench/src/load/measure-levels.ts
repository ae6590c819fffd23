import type { Databases } from '../measure/databases.js';
import { type EventLatencies, measureEvents } from '../measure/event-latency.js';
import { type Summary, summarize } from '../measure/percentiles.js';
import { cpuBetween, readCpu } from '../measure/process-cpu.js';
import { untilQuiet } from '../measure/until-quiet.js';
import type { Progress } from '../report/progress.js';
import type { RunningStack } from '../stack/running-stack.js';
import { closedLoop, type Durations, type LoadResult } from './closed-loop.js';
import type { LoadScenario } from './load-scenario.js';

/** What one load came to. Times are milliseconds. */
export interface Level {
  customers: number;
  seconds: number;
  operations: number;
  failed: number;
  /** Why operations failed, and how many for each reason. */
  failures: Record<string, number>;
  perSecond: number;
  latencies: Record<string, Summary>;
  cpuMsPerOperation: Record<string, number>;
  events: EventLatencies;
}

export interface LevelsRequest {
  scenario: LoadScenario;
  customers: readonly number[];
  seconds: number;
  stack: RunningStack;
  databases: Databases;
  progress: Progress;
}

/** Long enough for a hundred orders. */
const warmUp = { customers: 8, forMs: 30_000, stage: 'warm-up' };
const settleInMs = 3_000;
const operationsAtMost = 5_000;

/** Measures load after load, when the code is warm and what the load before has caused is done. */
export async function measureLevels({ customers, ...request }: LevelsRequest): Promise<Level[]> {
  await run(request, warmUp);
  const levels: Level[] = [];
  for (const level of customers) levels.push(await measureLevel(request, level));
  return levels;
}

async function measureLevel(request: Omit<LevelsRequest, 'customers'>, customers: number): Promise<Level> {
  const { stack, databases, seconds, progress } = request;
  progress.show(`${customers} at a time, waiting: until the shop is quiet`);
  if (!(await untilQuiet(databases))) progress.note('The shop does not become quiet; it is measured as it is.');
  await run(request, { customers, forMs: settleInMs, stage: 'settling in' });
  const from = await databases.now();
  const before = readCpu(stack.processes);
  const result = await run(request, { customers, forMs: seconds * 1_000, stage: 'measuring' });
  const cpu = cpuBetween(before, readCpu(stack.processes));
  const events = await measureEvents(databases, { from, to: await databases.now() });
  return { ...describe(result, cpu), customers, events };
}

function run(
  { scenario, progress }: Pick<LevelsRequest, 'scenario' | 'progress'>,
  { stage, ...load }: { customers: number; forMs: number; stage: string },
): Promise<LoadResult> {
  return closedLoop(
    { ...load, atMost: operationsAtMost },
    (turn) => scenario.operate(turn),
    ({ operations, failures, elapsedMs }) =>
      progress.show(
        `${load.customers} at a time, ${stage}: ${(elapsedMs / 1_000).toFixed(0)} of ${load.forMs / 1_000} s, ` +
          `${operations.length} done, ${failures.length} failed`,
      ),
  );
}

function describe({ operations, failures, elapsedMs }: LoadResult, cpu: Record<string, number>) {
  if (operations.length === 0) throw failures[0] ?? new Error('Nothing was done in the given time.');
  const shares = Object.entries(cpu).map(([name, used]) => [name, used / operations.length]);
  return {
    seconds: elapsedMs / 1_000,
    operations: operations.length,
    failed: failures.length,
    failures: countReasons(failures),
    perSecond: operations.length / (elapsedMs / 1_000),
    latencies: summarizeSteps(operations),
    cpuMsPerOperation: Object.fromEntries(shares),
  };
}

function summarizeSteps(operations: readonly Durations[]): Record<string, Summary> {
  const steps = Object.keys(operations[0] ?? {});
  return Object.fromEntries(steps.map((step) => [step, summarize(operations.map((one) => one[step] ?? 0))!]));
}

/** Ids apart, the same reason is told once. */
export function countReasons(failures: readonly Error[]): Record<string, number> {
  const reasons = failures.map(({ message }) => message.replace(/[\da-f]{8}-[\da-f-]{27}/g, '…'));
  const groups = Map.groupBy(reasons, (reason) => reason);
  return Object.fromEntries([...groups].map(([reason, { length }]) => [reason, length]));
}
